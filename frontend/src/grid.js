/* Het rooster van de acties: met de pijlen naar dezelfde kolom een rij hoger of lager. */
const STAP = { ArrowUp: -1, ArrowDown: 1 };

function fieldInRow(row, column) {
  return row?.cells[column]?.querySelector("input, select, textarea, a, button");
}

document.addEventListener("keydown", (event) => {
  const step = STAP[event.key];
  const cell = event.target.closest?.("[data-rooster] td, [data-rooster] th");
  if (!step || !cell || event.altKey || event.target.matches("select, textarea, [type=number]")) return;
  const rows = [...cell.closest("tbody").rows];
  const next = fieldInRow(rows[rows.indexOf(cell.parentElement) + step], cell.cellIndex);
  if (!next) return;
  event.preventDefault();
  next.focus();
});
