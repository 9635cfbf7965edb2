// Brings htmx when somebody first touches an element that uses it, so that the first view does not pay for it.
const USES = "[hx-get], [hx-post]";
let asked = null;

function fetchHtmx() {
  return asked ??= new Promise(done => {
    const script = document.createElement("script");
    script.src = document.documentElement.dataset.htmx;
    script.onload = () => setTimeout(() => {
      // Errors (422 with the form again, 503) are pages of ours and may be shown; full pages never land inside a page.
      window.htmx.config.historyReload = true;
      done();
    });
    document.head.append(script);
  });
}

/** What was typed before htmx arrived is told to it once, so that no letter is lost. */
async function wake(event) {
  const element = event.target.closest?.(USES) ?? event.target.form?.closest(USES);
  if (!element || asked) return;
  const field = event.target, before = field.value;
  await fetchHtmx();
  await new Promise(done => setTimeout(done, 20));
  if (field.value !== undefined && (field.value !== before || event.type === "input"))
    field.dispatchEvent(new Event("input", { bubbles: true }));
}

for (const type of ["focusin", "pointerover", "touchstart", "input"])
  document.addEventListener(type, wake, { passive: true, capture: true });
