/* De vijf punten van een afspraak lichten op terwijl je typt; een gekozen maat vult de velden.
   Zonder script rekent de server hetzelfde uit na het bewaren. */
const field = (form, name) => form.elements.namedItem(name);
const text = (form, name) => (field(form, name)?.value ?? "").trim();

function leads(form) {
  const chosen = form.querySelectorAll('[name="partijen"]:checked').length;
  return text(form, "trekker") !== "" || chosen === 1;
}

function lit(form) {
  const done = text(form, "richting") === "gedaan";
  const maat = text(form, "maat") !== "" || text(form, "indicator") !== "";
  return {
    wat: text(form, "wat") !== "",
    wie: leads(form),
    wanneer: text(form, "voor") !== "",
    maat: maat && text(form, "peildatum") !== "" && (done || text(form, "doel") !== ""),
    nulmeting: maat && (done || (text(form, "nulmeting") !== "" && text(form, "nulmeting_op") !== "")),
  };
}

function show(form) {
  const on = lit(form);
  for (const dot of form.querySelectorAll("[data-deel]")) {
    const is = on[dot.dataset.deel];
    dot.classList.toggle("af-punt--aan", is);
    const said = dot.querySelector("[data-gezegd]");
    if (said) said.textContent = is ? ": gezegd" : ": nog niet";
  }
}

const FILLED = { maat: "maat", eenheid: "eenheid", nulmeting: "nulmeting", nulmeting_op: "nulmetingOp" };

function fill(form, chosen) {
  for (const [name, key] of Object.entries(FILLED)) {
    const input = field(form, name);
    const own = input.value !== "" && input.value !== (input.dataset.gevuld ?? "");
    if (own) continue;
    input.value = chosen.dataset[key] ?? "";
    input.dataset.gevuld = input.value;
  }
  if (chosen.dataset.richting) field(form, "richting").value = chosen.dataset.richting;
}

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-opsteller]");
  if (!form) return;
  if (event.target.name === "indicator") fill(form, event.target);
  show(form);
});

for (const form of document.querySelectorAll("form[data-opsteller]")) show(form);
