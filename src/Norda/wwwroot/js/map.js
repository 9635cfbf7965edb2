// Links a result and its pin: pointing at one shows the other. data-pin carries the same letter on both.
const select = letter => document.querySelectorAll("[data-pin]").forEach(x => x.classList.toggle("is-active", x.dataset.pin === letter));
const pinOf = event => event.target.closest?.("[data-pin]")?.dataset.pin;

for (const type of ["pointerover", "focusin"])
  document.addEventListener(type, e => {
    const letter = pinOf(e);
    if (letter) select(letter);
  });
for (const type of ["pointerout", "focusout"])
  document.addEventListener(type, e => {
    if (pinOf(e) && !e.relatedTarget?.closest?.("[data-pin]")) select(null);
  });
