// J and K walk the queue, A says yes, R opens the way to no. Only while nobody types, and only with the focus in the list.
const list = document.querySelector('[data-keys="moderation"]');
const items = [...list?.children ?? []];

function step(by) {
  const now = items.findIndex(item => item.contains(document.activeElement));
  items[Math.min(items.length - 1, Math.max(0, now + by))]?.focus();
}

document.addEventListener("keydown", e => {
  if (!list || e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
  const key = e.key.toLowerCase();
  if (key === "j") step(1);
  else if (key === "k") step(-1);
  else if (key === "a" || key === "r") {
    const item = items.find(one => one.contains(document.activeElement));
    if (!item) return step(0); // nothing is decided before it was looked at
    e.preventDefault();
    item.querySelector(`[data-key="${key}"]`)?.click();
    if (key === "r") item.querySelector("textarea")?.focus();
  }
});
