/* Het rooster van de acties. Zonder dit script is het één formulier; hiermee werkt het als een rekenblad. */
import { listen } from "./rooster/toetsen.js";
import { Vak } from "./rooster/vak.js";
import { Werk } from "./rooster/werk.js";

for (const form of document.querySelectorAll("form[data-rooster]")) {
  const table = form.querySelector("table");
  table.setAttribute("role", "grid");
  table.setAttribute("aria-multiselectable", "true");
  form.querySelector(".ol-rooster__vak").removeAttribute("tabindex");
  for (const input of form.querySelectorAll(".ol-rooster__cel")) input.tabIndex = -1;
  for (const link of table.querySelectorAll("tbody th a")) link.tabIndex = -1;
  const vak = new Vak(table);
  const werk = new Werk(form, vak);
  listen(form, vak, werk);
  form.addEventListener("submit", (event) => werk.send(event));
  window.addEventListener("pageshow", () => werk.wake());
  const wrong = form.querySelector("[aria-invalid]");
  if (wrong) vak.go(...Object.values(vak.place(wrong.parentElement)), { focus: false });
}
