// The grid of fees by keyboard: arrows, Home and End walk the cells, Enter follows one (a link), Space ticks the firm, Esc closes the sheet.
// Without this module the cells are links and the boxes boxes.
const grid = document.querySelector("[data-grid]");
const form = document.querySelector("#zaznaczone");
const rows = [...grid?.tBodies[0]?.rows ?? []];
const boxes = [...form?.querySelectorAll('tbody input[name="firma"]') ?? []];
const all = form?.querySelector("[data-all]");
const said = form?.querySelector(".bulk [role=status]");
const hint = said?.textContent;

function cellsOf(row) {
  return [...row.querySelectorAll("[data-cell]")];
}

function move(cell, right, down) {
  const row = cell.closest("tr");
  const cells = cellsOf(row);
  if (right) return cells[cells.indexOf(cell) + right];
  const next = rows[rows.indexOf(row) + down];
  return next && cellsOf(next)[Math.min(cells.indexOf(cell), cellsOf(next).length - 1)];
}

function visit(cell, next) {
  if (!next) return;
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function count() {
  const ticked = boxes.filter(box => box.checked);
  for (const box of boxes) box.closest("tr").classList.toggle("is-sel", box.checked);
  if (said) said.textContent = ticked.length ? form.dataset.selected.replace("{0}", ticked.length) : hint;
  if (all) all.querySelector("input").checked = ticked.length > 0 && ticked.length === boxes.length;
}

const steps = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

grid?.addEventListener("keydown", event => {
  const cell = event.target.closest("[data-cell]");
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  if (steps[event.key]) {
    event.preventDefault();
    visit(cell, move(cell, ...steps[event.key]));
  } else if (event.key === "Home" || event.key === "End") {
    event.preventDefault();
    const cells = cellsOf(cell.closest("tr"));
    visit(cell, event.key === "Home" ? cells[0] : cells.at(-1));
  } else if (event.key === " ") {
    event.preventDefault();
    cell.closest("tr").querySelector('input[name="firma"]')?.click();
  }
});

form?.addEventListener("change", event => {
  if (all?.contains(event.target)) for (const box of boxes) box.checked = event.target.checked;
  count();
});

// One stop of the Tab key for the whole grid: the first cell that wants money, later the one last visited; back from a sheet, that of its firm.
for (const cell of grid?.querySelectorAll("tbody [data-cell]") ?? []) cell.tabIndex = -1;
const firm = document.getElementById(location.hash.match(/^#(f-.+)/)?.[1] ?? "");
const owed = ":is(.fee-over, .fee-part, .fee-due)";
const first = firm?.querySelector(owed) ?? firm?.querySelector("[data-cell]") ?? grid?.querySelector(`tbody ${owed}`) ?? grid?.querySelector("tbody [data-cell]");
if (first) first.tabIndex = 0;
if (firm) addEventListener("load", () => setTimeout(() => first?.focus())); // the address moves the focus to nowhere before
if (all) all.hidden = false;
count();

// The sheet shows where the typed amount goes, oldest first, as the ledger will put it.
const sheet = document.querySelector(".sheet-form");
const amount = sheet?.querySelector('[name="Kwota"]');
const zloty = sum => new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(sum) + "\u00a0zł";

function allocate() {
  const typed = Number(amount.value.replace(/[\s\u00a0]|zł/g, "").replace(",", "."));
  if (!(typed > 0)) return;
  let rest = Math.round(typed * 100);
  for (const line of sheet.querySelectorAll(".alloc li")) {
    const part = Math.min(rest, line.dataset.left ? Math.round(line.dataset.left * 100) : rest);
    rest -= part;
    line.hidden = part === 0;
    line.lastElementChild.textContent = zloty(part / 100);
  }
  const save = sheet.querySelector("[data-save]");
  save.textContent = save.dataset.save.replace("{0}", zloty(typed));
}

if (sheet) {
  amount.addEventListener("input", allocate);
  allocate();
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") sheet.querySelector("[data-close]").click();
  });
}
