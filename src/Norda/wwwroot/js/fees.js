// The grid of fees by keyboard: arrows walk the cells, Enter follows one (a link), Space ticks the firm, Esc closes the sheet.
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
    const next = move(cell, ...steps[event.key]);
    if (!next) return;
    cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  } else if (event.key === " ") {
    event.preventDefault();
    cell.closest("tr").querySelector('input[name="firma"]')?.click();
  }
});

form?.addEventListener("change", event => {
  if (all?.contains(event.target)) for (const box of boxes) box.checked = event.target.checked;
  count();
});

// One stop of the Tab key for the whole grid: the first cell that wants money, later the one last visited.
for (const cell of grid?.querySelectorAll("tbody [data-cell]") ?? []) cell.tabIndex = -1;
const first = grid?.querySelector("tbody :is(.fee-over, .fee-part, .fee-due)") ?? grid?.querySelector("tbody [data-cell]");
if (first) first.tabIndex = 0;
if (all) all.hidden = false;
count();

const sheet = document.querySelector(".sheet");
if (sheet) {
  const amount = sheet.querySelector('[name="Kwota"]');
  amount?.focus();
  amount?.select();
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") sheet.querySelector("[data-close]").click();
  });
}
