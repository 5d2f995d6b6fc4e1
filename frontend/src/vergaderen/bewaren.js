/* Wat in deze browser blijft tot de server het heeft: per persoon en per vergadering. */
const spare = new Map();

export function openStore(page) {
  const start = `openlea:${page.dataset.wie}:${page.dataset.adres}:`;
  return {
    get(name, otherwise) {
      try {
        const kept = localStorage.getItem(start + name) ?? spare.get(start + name);
        return kept ? JSON.parse(kept) : otherwise;
      } catch {
        return otherwise;
      }
    },
    set(name, value) {
      const text = JSON.stringify(value);
      try {
        localStorage.setItem(start + name, text);
        spare.delete(start + name);
      } catch {
        spare.set(start + name, text); // vol of uitgezet: dan tot de bladzijde sluit
      }
    },
    drop(name) {
      spare.delete(start + name);
      try {
        localStorage.removeItem(start + name);
      } catch {
        /* uitgezet: er stond niets */
      }
    },
  };
}

export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
