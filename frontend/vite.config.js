import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "vite";

/* Elk bestand in src/themes is een thema: voorbeeld.css wordt OPENLEA_THEME=voorbeeld. */
const themes = Object.fromEntries(
  readdirSync(new URL("./src/themes", import.meta.url))
    .filter((name) => name.endsWith(".css"))
    .map((name) => [`thema-${basename(name, ".css")}`, `src/themes/${name}`]),
);

export default defineConfig({
  base: "./",
  build: {
    outDir: "../src/openlea/web/static/bundle",
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { site: "src/site.js", grid: "src/grid.js", chart: "src/chart.js", vergaderen: "src/vergaderen.js", ...themes } },
  },
});
