/* Wat er in het rooster is getypt en nog niet bewaard: wijzigen, terugnemen, tellen, versturen. */
import { markChanged, markFault } from "./merken.js";
import { fault } from "./regels.js";

const tidy = (text) => text.replace(/\s+/g, " ").trim();

export class Werk {
  constructor(form, vak) {
    this.form = form;
    this.vak = vak;
    this.steps = [];
    this.stored = new Map();
    for (const input of form.querySelectorAll(".ol-rooster__cel")) {
      this.stored.set(input, input.dataset.was ?? input.defaultValue);
      if (input.value !== this.stored.get(input)) this.mark(input, { keepFault: true });
    }
    this.tell();
  }

  changed(input) {
    return tidy(input.value) !== this.stored.get(input);
  }

  mark(input, { keepFault = false } = {}) {
    const cell = input.parentElement;
    markChanged(cell, this.changed(input));
    if (!keepFault) markFault(cell, input, fault(input, this.vak.kinds[cell.cellIndex], this.stored.get(input)));
  }

  /** Zet nieuwe tekst in cellen, als één stap die terug te nemen is. */
  set(pairs) {
    const step = pairs
      .map(([input, text]) => ({ input, from: input.value, to: tidy(text) }))
      .filter(({ from, to }) => from !== to);
    if (!step.length) return 0;
    for (const { input, to } of step) input.value = to;
    this.keep(step);
    return step.length;
  }

  /** Onthoudt een stap die al is gezet, zoals na typen in een cel. */
  keep(step) {
    this.steps.push(step);
    for (const { input } of step) this.mark(input);
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
    this.tell();
  }

  /** Neemt de laatste stap terug en geeft de eerste cel ervan. */
  undo() {
    const step = this.steps.pop();
    if (!step) return null;
    for (const { input, from } of step) {
      input.value = from;
      this.mark(input);
    }
    this.tell(step.length === 1 ? "Eén cel teruggezet." : `${step.length} cellen teruggezet.`);
    return step[0].input;
  }

  /** Zegt hoeveel er is gewijzigd, en wat daarnet gebeurde. */
  tell(happened = "") {
    const inputs = [...this.stored.keys()].filter((input) => this.changed(input));
    const rows = new Set(inputs.map((input) => input.closest("tr"))).size;
    const faults = this.form.querySelectorAll(".ol-rooster__cel[aria-invalid]").length;
    const cells = inputs.length === 1 ? "1 cel" : `${inputs.length} cellen`;
    const actions = rows === 1 ? "1 actie" : `${rows} acties`;
    const parts = [happened, inputs.length ? `${cells} gewijzigd in ${actions}.` : "Er is niets gewijzigd."];
    if (faults) parts.push(faults === 1 ? "1 cel klopt nog niet." : `${faults} cellen kloppen nog niet.`);
    this.form.querySelector("[data-stand]").textContent = parts.filter(Boolean).join(" ");
    this.form.querySelector("[data-bewaarknop]").textContent = rows ? `Bewaar (${actions})` : "Bewaar";
    this.form.querySelector("[data-terug]").hidden = !this.steps.length;
  }

  /** Verstuurt alleen de rijen waarin iets is gewijzigd; met een fout gaat er niets weg. */
  send(event) {
    const wrong = this.form.querySelector(".ol-rooster__cel[aria-invalid]");
    const mine = wrong && fault(wrong, this.vak.kinds[wrong.parentElement.cellIndex], this.stored.get(wrong));
    if (mine) {
      event.preventDefault();
      event.stopImmediatePropagation();
      wrong.focus();
      return;
    }
    for (const row of this.vak.table.tBodies[0].rows) {
      const inputs = [...row.querySelectorAll("input")];
      const same = !inputs.some((input) => this.stored.has(input) && this.changed(input));
      for (const input of inputs) input.disabled = same;
    }
  }

  /** Maakt alles weer bruikbaar als iemand met 'terug' op de bladzijde komt. */
  wake() {
    for (const input of this.vak.table.querySelectorAll("input:disabled")) input.disabled = false;
  }
}
