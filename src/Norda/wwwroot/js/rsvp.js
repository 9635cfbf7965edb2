// One press says whether one comes; the toast takes it back. Without a script the same buttons post the form.
const say = (text, undo) => document.dispatchEvent(new CustomEvent("toast", { detail: { value: text, undo } }));

async function refresh(place) {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const fresh = page.getElementById(place.id);
  if (fresh) place.replaceChildren(...fresh.childNodes);
}

async function press(place, value, before) {
  const form = place.querySelector("form[data-rsvp]"), button = form?.querySelector(`button[value="${value}"]`);
  if (!button) return;
  button.setAttribute("aria-busy", "true");
  const reply = await fetch(form.action, { method: "POST", body: new FormData(form, button), headers: { Accept: "application/json" } });
  if (!reply.headers.get("Content-Type")?.includes("json")) return location.reload();
  const { text, details } = await reply.json();
  if (details) return location.assign(form.action);
  await refresh(place);
  place.querySelector(`form[data-rsvp] button[value="${value}"]`)?.focus();
  say(text, reply.ok && before !== value ? () => press(place, before, before) : undefined);
}

document.addEventListener("submit", e => {
  const place = e.target.matches("form[data-rsvp]") && e.target.closest("[data-rsvp-place]");
  if (!place) return;
  e.preventDefault();
  const before = e.target.querySelector('button[aria-pressed="true"]')?.value ?? "nie";
  press(place, e.submitter.value, before).catch(() => e.target.submit());
});
