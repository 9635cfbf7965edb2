// Brings htmx when somebody first touches an element that uses it, so that the first view does not pay for it.
const USES = "[hx-get], [hx-post]";
let asked = null;

function fetchHtmx() {
  return asked ??= new Promise(done => {
    const script = document.createElement("script");
    script.src = document.documentElement.dataset.htmx;
    script.onload = () => setTimeout(done); // htmx starts itself in the same way, just before
    document.head.append(script);
  });
}

/** What was typed before htmx arrived is told to it once, so that no letter is lost. */
async function wake(event) {
  const element = event.target.closest?.(USES) ?? event.target.form?.closest(USES);
  if (!element || asked) return;
  const field = event.target, before = field.value;
  await fetchHtmx();
  if (field.value !== undefined && (field.value !== before || event.type === "input"))
    field.dispatchEvent(new Event("input", { bubbles: true }));
}

for (const type of ["focusin", "pointerover", "touchstart", "input"])
  document.addEventListener(type, wake, { passive: true, capture: true });
