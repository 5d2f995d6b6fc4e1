/* Van en naar het klembord: een blok uit Excel is tekst met tabs en regels, soms tussen aanhalingstekens. */

/** Geeft de rijen van een geplakt blok; een cel tussen "…" mag zelf tabs en regels bevatten. */
export function readBlock(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const end = () => rows.at(-1).push(cell.replace(/\s+/g, " ").trim());
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (quoted) {
      if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === "") {
      quoted = true;
    } else if (letter === "\t") {
      end();
      cell = "";
    } else if (letter === "\n") {
      end();
      cell = "";
      rows.push([]);
    } else if (letter !== "\r") {
      cell += letter;
    }
  }
  if (cell !== "" || rows.at(-1).length) end();
  return rows.filter((row) => row.length);
}

/** Geeft rijen als tekst die Excel als blok plakt. */
export function writeBlock(rows) {
  const quote = (cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quote).join("\t")).join("\n");
}
