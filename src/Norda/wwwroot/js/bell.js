// Keeps the bell in step while the page is in sight: one connection a page, none for a page behind another tab.
// Other modules listen to "live" on the document; its detail is the kind of what is new.
const bell = document.querySelector(".bell");
const SPREAD = 3000; // a notice for everybody does not make everybody ask in the same moment
let source, asked;

function listen() {
  if (source || document.hidden) return;
  source = new EventSource(bell.dataset.stream);
  source.onopen = () => document.dispatchEvent(new CustomEvent("live", { detail: "notifications" }));
  source.onmessage = event => document.dispatchEvent(new CustomEvent("live", { detail: event.data }));
}

function hush() {
  source?.close();
  source = null;
}

async function count() {
  asked = null;
  const answer = await fetch(bell.dataset.unread, { headers: { accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  const { unread } = await answer.json(), badge = bell.querySelector(".count");
  badge.querySelector("[data-number]").textContent = unread >= 100 ? "99+" : unread;
  badge.hidden = unread === 0;
}

document.addEventListener("live", event => {
  if (event.detail === "notifications") asked ??= setTimeout(count, 50);
  if (event.detail === "notifications-all") asked ??= setTimeout(count, Math.random() * SPREAD);
});
document.addEventListener("visibilitychange", () => document.hidden ? hush() : listen());
addEventListener("pagehide", hush);
addEventListener("pageshow", listen);
listen();
