/* Toetsen en klembord van het rooster: wie geen muis gebruikt, doet hier alles. */
import { readBlock, writeBlock } from "./klembord.js";

const STAP = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const BLADZIJDE = 15;

export function listen(form, vak, werk) {
  let before = null;
  const editing = () => document.activeElement?.matches?.(".ol-rooster__cel") ?? false;

  function edit({ empty = false } = {}) {
    const input = vak.input();
    if (!input) return vak.active.querySelector("a")?.click();
    input.focus();
    if (empty) input.value = "";
    else input.setSelectionRange(input.value.length, input.value.length);
    return undefined;
  }

  function keepEdit(input) {
    if (before !== null && input.value !== before) werk.keep([{ input, from: before, to: input.value }]);
    before = null;
  }

  function keysInCell(event) {
    const input = event.target;
    const { row, column } = vak.place(input.parentElement);
    if (event.key === "Escape") {
      input.value = before ?? input.value;
      before = null;
      werk.mark(input);
      vak.go(row, column);
    } else if (event.key === "Enter") {
      vak.go(row + (event.shiftKey ? -1 : 1), column);
    } else if (event.key === "Tab") {
      vak.go(row, column + (event.shiftKey ? -1 : 1));
    } else {
      return;
    }
    event.preventDefault();
  }

  function keysOnCell(event) {
    const control = event.ctrlKey || event.metaKey;
    const step = STAP[event.key];
    const extend = event.shiftKey;
    if (step && control) vak.go(step[0] ? (step[0] < 0 ? 0 : Infinity) : vak.row, step[1] ? (step[1] < 0 ? 0 : Infinity) : vak.column, { extend });
    else if (step) vak.go(vak.row + step[0], vak.column + step[1], { extend });
    else if (event.key === "Home") vak.go(control ? 0 : vak.row, 0, { extend });
    else if (event.key === "End") vak.go(control ? Infinity : vak.row, Infinity, { extend });
    else if (event.key === "PageUp") vak.go(vak.row - BLADZIJDE, vak.column, { extend });
    else if (event.key === "PageDown") vak.go(vak.row + BLADZIJDE, vak.column, { extend });
    else if (event.key === "Enter" || event.key === "F2") edit();
    else if (event.key === "Escape" && vak.anchor) vak.go(vak.row, vak.column);
    else if (event.key === "Delete" || event.key === "Backspace") empty();
    else if (control && event.key.toLowerCase() === "z") stepBack();
    else if (event.key.length === 1 && !control && !event.altKey && vak.input()) return edit({ empty: true });
    else return undefined;
    event.preventDefault();
    return undefined;
  }

  function empty() {
    const inputs = vak.block().flat().map((cell) => vak.input(cell)).filter(Boolean);
    werk.set(inputs.map((input) => [input, ""]));
  }

  function stepBack() {
    const input = werk.undo();
    if (!input) return werk.tell("Er is niets om terug te zetten.");
    const { row, column } = vak.place(input.parentElement);
    return vak.go(row, column);
  }

  function paste(rows) {
    const block = vak.block();
    const one = rows.length === 1 && rows[0].length === 1;
    const [top, left] = [vak.place(block[0][0]).row, vak.place(block[0][0]).column];
    const pairs = [];
    let lost = 0;
    const put = (cell, text) => (cell && vak.input(cell) ? pairs.push([vak.input(cell), text]) : (lost += 1));
    if (one) for (const cell of block.flat()) put(cell, rows[0][0]);
    else rows.forEach((row, r) => row.forEach((text, c) => put(vak.rows[top + r]?.[left + c], text)));
    const count = werk.set(pairs);
    werk.tell(`${pairs.length} cellen geplakt, ${count} anders dan eerst.${lost ? ` ${lost} pasten niet in het rooster.` : ""}`);
  }

  form.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      if (editing()) keepEdit(event.target);
      form.requestSubmit();
    } else if (event.target.matches(".ol-rooster__cel")) keysInCell(event);
    else if (event.target === vak.active) keysOnCell(event);
  });

  form.addEventListener("focusin", (event) => {
    const cell = event.target.closest("tbody td, tbody th");
    if (!cell) return;
    const { row, column } = vak.place(cell);
    const moved = row !== vak.row || column !== vak.column;
    if (moved) vak.go(row, column, { focus: false });
    if (event.target.matches(".ol-rooster__cel")) before ??= event.target.value;
  });

  form.addEventListener("focusout", (event) => {
    if (event.target.matches(".ol-rooster__cel")) keepEdit(event.target);
  });

  form.addEventListener("copy", (event) => {
    if (editing() || !event.target.closest?.("tbody")) return;
    const text = (cell) => vak.input(cell)?.value ?? cell.textContent.trim();
    event.clipboardData.setData("text/plain", writeBlock(vak.block().map((row) => row.map(text))));
    event.preventDefault();
    werk.tell("Gekopieerd.");
  });

  form.addEventListener("paste", (event) => {
    if (!event.target.closest?.("tbody")) return;
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (editing() && !/[\t\n]/.test(text)) return;
    event.preventDefault();
    if (editing()) {
      const { row, column } = vak.place(event.target.closest("td"));
      vak.go(row, column);
    }
    paste(readBlock(text));
  });

  form.querySelector("[data-terug]").addEventListener("click", stepBack);
}
