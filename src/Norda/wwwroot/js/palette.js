// Command palette: Ctrl K, or "/" outside fields. Pages come from the navigation, the rest from the search.
// A text field with the combobox role, because type="search" eats the first Escape.
const dialog = document.querySelector("#cmd");
const input = dialog.querySelector("input");
const list = dialog.querySelector("[role=listbox]");
const fold = text => text.toLowerCase().replace(/ł/g, "l").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
const symbol = name => dialog.dataset.sprite && `${dialog.dataset.sprite}#${name}`;

const pages = [...document.querySelectorAll(".nav a:not(.brandmark), .foot a[href]")]
  .map(a => ({ group: dialog.dataset.pages, text: a.textContent.trim(), url: a.href, icon: a.querySelector("use")?.getAttribute("href") ?? symbol("arrow-right") }));

export function open() {
  if (dialog.open) suggest(); // it may have been closed before this script arrived
}

let turn = 0;
async function suggest() {
  const asked = input.value.trim(), mine = ++turn;
  const near = pages.filter(page => fold(page.text).includes(fold(asked)));
  if (asked.length < 2) return paint(near); // else the former answer stays until the new one is here: Enter never meets an empty list
  await new Promise(done => setTimeout(done, 120));
  if (mine !== turn) return;
  try {
    const answer = await fetch(`${dialog.dataset.suggest}?q=${encodeURIComponent(asked)}`, { headers: { Accept: "application/json" } });
    const { items } = await answer.json();
    if (mine === turn) paint([...items, ...near]);
  } catch {
    if (mine === turn) paint(near); // without the network the pages of the menu remain
  }
}

function paint(items) {
  list.replaceChildren();
  let group = null;
  items.forEach((item, index) => {
    if (item.group !== group) list.append(heading(group = item.group));
    list.append(option(item, index));
  });
  choose(0);
}

function heading(text) {
  const row = document.createElement("li");
  row.className = "grp";
  row.setAttribute("role", "presentation");
  row.textContent = text;
  return row;
}

// Beginnings of words that were typed stand out.
function marked(text) {
  const words = fold(input.value).split(/[^a-z0-9]+/).filter(Boolean);
  return text.split(/(?<=[^\p{L}\p{N}])(?=[\p{L}\p{N}])/u).flatMap(piece => {
    const length = Math.max(0, ...words.filter(word => fold(piece).startsWith(word)).map(word => word.length));
    if (!length) return [piece];
    const mark = document.createElement("mark");
    mark.textContent = piece.slice(0, length);
    return [mark, piece.slice(length)];
  });
}

function option({ text, url, hint, icon }, index) {
  const row = document.createElement("li"), link = document.createElement("a"), words = document.createElement("span");
  row.setAttribute("role", "presentation");
  words.append(...marked(text), hint ? `, ${hint}` : "");
  Object.assign(link, { id: `cmd-${index}`, href: url, tabIndex: -1, role: "option" });
  const sign = icon?.includes("#") ? icon : symbol(icon ?? "building");
  link.append(...(sign ? [picture(sign)] : []), words);
  row.append(link);
  return row;
}

function picture(href) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "i");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", href);
  svg.append(use);
  return svg;
}

const options = () => [...list.querySelectorAll("[role=option]")];
const chosen = () => options().findIndex(x => x.ariaSelected === "true");
function choose(index) {
  const all = options(), to = (index + all.length) % all.length;
  all.forEach((x, i) => { x.ariaSelected = String(i === to); });
  all[to]?.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", all[to]?.id ?? "");
}

input.addEventListener("input", suggest);
dialog.addEventListener("click", e => { if (e.target === dialog) dialog.close(); });
dialog.addEventListener("keydown", e => {
  if (e.key === "ArrowDown") choose(chosen() + 1);
  else if (e.key === "ArrowUp") choose(chosen() - 1);
  else if (e.key === "Escape") dialog.close();
  else if (e.key === "Enter" && options()[chosen()]) location.href = options()[chosen()].href; // nothing fits: the form asks the search page
  else return;
  e.preventDefault();
});
