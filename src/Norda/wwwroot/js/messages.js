// Keeps the envelope, and the conversation or the list of them that is open, in step with what arrives; sends with Ctrl + Enter.
const envelope = document.querySelector(".envelope");
const places = [...document.querySelectorAll("[data-messages]")];
let asked, busy;

function show(unread) {
  envelope.querySelector("[data-number]").textContent = unread;
  envelope.querySelector(".count").hidden = unread === "0";
}

async function count() {
  const answer = await fetch(envelope.dataset.unread, { headers: { accept: "application/json" } });
  if (answer.ok) show(await answer.text());
}

/** The page as it is now: what was typed stands outside of the places and stays. */
async function refresh() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const place of places) {
    const fresh = page.getElementById(place.id), focused = place.contains(document.activeElement);
    if (!fresh || focused || fresh.textContent === place.textContent) continue;
    const atEnd = innerHeight + scrollY >= document.body.scrollHeight - 200;
    place.replaceChildren(...fresh.childNodes);
    if (atEnd) scrollTo(0, document.body.scrollHeight);
  }
  show(page.querySelector(".envelope [data-number]")?.textContent ?? "0");
}

async function update() {
  asked = null;
  if (busy) return ask();
  busy = true;
  await (places.length ? refresh() : count()).catch(() => { /* no connection: the next word, or the next page, shows it */ });
  busy = false;
}

function ask() {
  asked ??= setTimeout(update, 100);
}

document.addEventListener("live", event => { if (event.detail === "messages") ask(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
document.addEventListener("keydown", event => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.matches("[data-send-key]")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
