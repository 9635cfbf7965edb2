// Says how strong a new password is while it is typed. Nothing leaves the browser; Features/Accounts/Passwords/PasswordStrength.cs counts the same.
const STEPS = [5, 9, 13, 18];
const letters = text => [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].map(part => part.segment);
const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ł", "l").replace(/[^\p{L}]/gu, "");

function counted(password) {
  const all = letters(password);
  let count = 0, before = -10;
  for (const letter of all) {
    const code = letter.codePointAt(0);
    if (Math.abs(code - before) > 1) count++;
    before = code;
  }
  return Math.min(count, 2 * new Set(all).size);
}

export function levelOf(password, words) {
  const level = STEPS.filter(step => counted(password) >= step).length, core = fold(password);
  const isGuessed = new Set(core).size < 4 || words.reduce((rest, word) => rest.replaceAll(word, ""), core) === "";
  return isGuessed ? Math.min(level, 1) : level;
}

for (const box of document.querySelectorAll("[data-strength]")) {
  const field = document.getElementById(box.dataset.strength), words = box.dataset.words.split("|"), levels = box.dataset.levels.split("|");
  field?.addEventListener("input", () => {
    const level = levelOf(field.value, words);
    box.hidden = field.value === "";
    box.querySelector("meter").value = level;
    const said = box.dataset.text.replace("{0}", levels[level]), place = box.querySelector("[role=status]");
    if (place.textContent !== said) place.textContent = said; // spoken only when it changes
  });
}
