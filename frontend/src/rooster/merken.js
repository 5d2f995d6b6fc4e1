/* Laat zien wat er is gewijzigd en wat niet klopt: met een teken en een woord, niet met kleur alleen. */
const GEWIJZIGD = "ol-rooster--gewijzigd";
const SVG = "http://www.w3.org/2000/svg";

function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "ol-icoon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

function sign() {
  const span = document.createElement("span");
  span.className = "ol-rooster__teken";
  const word = document.createElement("span");
  word.className = "ol-alleen-voorlezen";
  word.textContent = "gewijzigd";
  span.append(icon("potlood"), word);
  return span;
}

/** Zet of haalt het teken 'gewijzigd' van een cel. */
export function markChanged(cell, changed) {
  if (cell.classList.toggle(GEWIJZIGD, changed)) {
    if (!cell.querySelector(".ol-rooster__teken")) cell.append(sign());
  } else {
    cell.querySelector(".ol-rooster__teken")?.remove();
  }
}

/** Zet of haalt de fout onder een cel. */
export function markFault(cell, input, reason) {
  const id = `f-${input.name}`;
  let said = document.getElementById(id);
  if (!reason) {
    said?.remove();
    input.removeAttribute("aria-invalid");
    if (input.getAttribute("aria-describedby") === id) input.removeAttribute("aria-describedby");
    return;
  }
  if (!said) {
    said = document.createElement("p");
    said.id = id;
    said.className = "ol-rooster__fout";
    cell.append(said);
  }
  said.replaceChildren(icon("uitroep"), ` ${reason}`);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", id);
}
