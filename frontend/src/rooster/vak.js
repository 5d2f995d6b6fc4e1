/* De cellen van het rooster als vak van rijen en kolommen, met één cel die aan de beurt is. */
export class Vak {
  constructor(table) {
    this.table = table;
    this.rows = [...table.tBodies[0].rows].map((row) => [...row.cells]);
    this.kinds = [...table.tHead.rows[0].cells].map((head) => head.dataset.soort ?? "");
    this.row = 0;
    this.column = 0;
    this.anchor = null;
    for (const cell of this.rows.flat()) cell.tabIndex = -1;
    this.active.tabIndex = 0;
  }

  get active() {
    return this.rows[this.row][this.column];
  }

  input(cell = this.active) {
    return cell.querySelector(".ol-rooster__cel");
  }

  place(cell) {
    const row = cell.parentElement.sectionRowIndex;
    return { row, column: cell.cellIndex };
  }

  /** Maakt een cel de cel die aan de beurt is; met `extend` groeit het gekozen blok mee. */
  go(row, column, { extend = false, focus = true } = {}) {
    const from = this.anchor ?? { row: this.row, column: this.column };
    this.active.tabIndex = -1;
    this.row = Math.min(Math.max(row, 0), this.rows.length - 1);
    this.column = Math.min(Math.max(column, 0), this.rows[0].length - 1);
    this.active.tabIndex = 0;
    this.anchor = extend ? from : null;
    this.showBlock();
    if (focus) {
      this.active.focus({ preventScroll: true });
      this.active.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  /** Geeft het gekozen blok als rijen van cellen; zonder blok is dat de ene cel. */
  block() {
    const from = this.anchor ?? { row: this.row, column: this.column };
    const [top, bottom] = [from.row, this.row].sort((a, b) => a - b);
    const [left, right] = [from.column, this.column].sort((a, b) => a - b);
    return this.rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
  }

  showBlock() {
    for (const cell of this.table.querySelectorAll("[aria-selected]")) cell.removeAttribute("aria-selected");
    if (!this.anchor) return;
    for (const cell of this.block().flat()) cell.setAttribute("aria-selected", "true");
  }
}
