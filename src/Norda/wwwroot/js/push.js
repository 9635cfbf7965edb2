// Asks the browser for a subscription when the person presses the button, never before.
const offer = document.querySelector(".push-offer");
const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));

async function post(handler, fields) {
  const body = new FormData(offer);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const answer = await fetch(`${offer.action}?handler=${handler}`, { method: "POST", body });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

async function subscribe() {
  if (await Notification.requestPermission() !== "granted") return say(offer.dataset.denied);
  const worker = await navigator.serviceWorker.ready, { key } = await post("Key", {});
  const device = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
  const { endpoint, keys } = device.toJSON();
  await post("Device", { endpoint, p256dh: keys.p256dh, auth: keys.auth });
  say(offer.dataset.done);
}

function say(text) {
  offer.querySelector(".grow").textContent = text;
  offer.querySelector("button").hidden = true;
}

if (offer && able) {
  navigator.serviceWorker.getRegistration().then(worker => worker?.pushManager.getSubscription()).then(device => { offer.hidden = Boolean(device); });
  offer.querySelector("button").addEventListener("click", () => subscribe().catch(() => say(offer.dataset.failed)));
}
