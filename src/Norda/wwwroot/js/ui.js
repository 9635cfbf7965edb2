// Progressive enhancement only: every task works without this file.
const root = document.documentElement;
const toaster = document.querySelector(".toaster");

/** Says something in passing; with undo, offers to take it back for eight seconds. */
export function toast(text, undo) {
  const box = document.createElement("div");
  box.className = "toast";
  box.append(text);
  if (undo) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = toaster.dataset.undo;
    button.onclick = () => { undo(); box.remove(); };
    box.append(button);
  }
  toaster?.append(box);
  setTimeout(() => box.remove(), 8000);
}
document.addEventListener("toast", e => toast(e.detail?.value ?? e.detail, e.detail?.undo)); // from the HX-Trigger header, or a module

// Theme: the server writes data-theme from the cookie, so nothing flashes; the form posts when there is no script.
document.addEventListener("submit", e => {
  const form = e.target;
  if (form.matches(".theme")) {
    e.preventDefault();
    root.dataset.theme = e.submitter.value;
    document.cookie = `theme=${e.submitter.value};path=/;max-age=31536000;SameSite=Lax`;
    return;
  }
  if (form.method === "post" && !e.defaultPrevented) e.submitter?.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", e => { if (e.persisted) document.querySelectorAll('[aria-busy="true"]').forEach(x => x.removeAttribute("aria-busy")); });

document.addEventListener("click", e => {
  const button = e.target.closest("button");
  if (!button) return;
  if ("toggle" in button.dataset) button.ariaPressed = String(button.ariaPressed !== "true");
  if (button.dataset.copy) copy(button.dataset.copy);
  if ("print" in button.dataset) print();
});

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${toaster.dataset.copied}: ${text}`);
  } catch {
    prompt(toaster.dataset.copied, text); // no permission, or plain http
  }
}

// Side sheet: :target opens it; the script adds focus, an inert page behind it and the way back.
let opener = null;
function syncSheet() {
  const sheet = document.querySelector(".sheet:target");
  document.querySelectorAll(".skip, .shell, .tabbar").forEach(x => { x.inert = Boolean(sheet); });
  if (sheet) {
    const field = sheet.querySelector("input:not([type=hidden])");
    field?.focus();
    field?.select();
  } else if (opener) {
    opener.focus();
    opener = null;
  }
}
document.addEventListener("click", e => {
  const link = e.target.closest('a[href^="#"]');
  if (link && document.getElementById(link.hash.slice(1))?.matches(".sheet")) opener = link;
});
addEventListener("hashchange", syncSheet);
addEventListener("keydown", e => { if (e.key === "Escape" && document.querySelector(".sheet:target")) location.hash = "#tresc"; });
syncSheet();
addEventListener("load", syncSheet); // a sheet of the address itself is not the target before

// What was wrong is read out first.
document.querySelector("#bledy")?.focus();

// Modules that most visits never need come when they are first called for.
const once = {};
const load = name => once[name] ??= import(root.dataset[name]);
addEventListener("keydown", e => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) || e.target.isContentEditable;
  const called = (e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k" || e.key === "/" && !typing && !e.ctrlKey && !e.metaKey && !e.altKey;
  if (!called || !root.dataset.palette) return;
  e.preventDefault();
  const dialog = document.querySelector("#cmd");
  if (!dialog.open) dialog.showModal(); // at once, so that letters typed before the script arrives are not lost
  load("palette").then(palette => palette.open());
});
if (root.dataset.htmx && document.querySelector("[hx-get], [hx-post]")) load("live");
if (document.querySelector("[data-pin]")) load("map");
if ("serviceWorker" in navigator) addEventListener("load", () => navigator.serviceWorker.register("/sw.js").catch(() => {}));
