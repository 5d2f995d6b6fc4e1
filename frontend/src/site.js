/* Wat elke bladzijde laadt. Elk script voegt iets toe; zonder script werkt alles ook. */
import "./stijl/site.css";
import "htmx.org/dist/htmx.esm.js";
import "./scripts/afspraak.js";
import "./scripts/filters.js";
import "./scripts/kopieren.js";
import "./scripts/menus.js";
import "./scripts/onbewaard.js";
import "./scripts/ongedaan.js";
import "./scripts/passkey.js";

document.documentElement.classList.add("ol-met-script");
