/* Maakt van elke grafiek een die antwoordt op wijzen. Zonder dit script staat er hetzelfde beeld, stil. */
import embed from "vega-embed";
import { expressionInterpreter } from "vega-interpreter";
import { Levend } from "./grafiek/levend.js";

/* Wat de inhoudsregels (CSP) vragen: geen eval, geen eigen stijl van de bibliotheek. */
const ALLEEN_FOUTEN = 1;
const HOW = {
  mode: "vega-lite",
  logLevel: ALLEEN_FOUTEN,
  renderer: "svg",
  actions: false,
  ast: true,
  expr: expressionInterpreter,
  defaultStyle: false,
  tooltip: { disableDefaultStyle: true },
};

const seen = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      new Levend(target, (place, spec) => embed(place, spec, HOW)).start();
    }
  },
  { rootMargin: "300px" },
);
for (const beeld of document.querySelectorAll("[data-grafiek]")) seen.observe(beeld);

/* Wie een toelichting wil wegdoen, drukt op Escape. */
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.getElementById("vg-tooltip-element")?.classList.remove("visible");
});
