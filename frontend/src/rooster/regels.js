/* Wat er in een cel mag staan, meteen gezegd. De server kijkt het nog eens na; dit is alleen sneller. */
const OUDSTE = 23;
const DATUM = /^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$|^(\d{4})-(\d{2})-(\d{2})$/;
const VOORBEELD = "Schrijf dag-maand-jaar, zoals 03-03-2025.";

function exists(year, month, day) {
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

function checkDay(text) {
  const found = DATUM.exec(text);
  if (!found) return /\d{4}/.test(text) && /[a-z]/i.test(text) ? "" : `Dit is geen datum. ${VOORBEELD}`;
  const [year, month, day] = found[3] ? [found[3], found[2], found[1]] : [found[4], found[5], found[6]];
  return exists(Number(year), Number(month), Number(day)) ? "" : `Deze dag bestaat niet. ${VOORBEELD}`;
}

function words(input) {
  return [...(input.list?.options ?? [])].map((option) => option.value.toLowerCase());
}

function unknown(input, text) {
  return words(input).includes(text.toLowerCase()) ? "" : `‘${text}’ staat niet in de lijst.`;
}

const CHECKS = {
  tekst: () => "",
  verplicht: (_, text) => (text ? "" : "Vul een naam in. Zonder naam vindt niemand de actie."),
  leeftijd: (_, text) =>
    !text || (/^\d{1,2}$/.test(text) && Number(text) <= OUDSTE)
      ? ""
      : `Een leeftijd is een heel getal van 0 tot en met ${OUDSTE}.`,
  datum: (_, text) => (text ? checkDay(text) : ""),
  keuze: (input, text) => (text ? unknown(input, text) : "Kies iets uit de lijst."),
  groep: (input, text) => (text ? unknown(input, text) : ""),
  partijen: (input, text) =>
    text
      .split(";")
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => unknown(input, part))
      .find(Boolean) ?? "",
};

/** Geeft in het Nederlands wat er mis is met een cel, of niets. */
export function fault(input, kind, stored) {
  const text = input.value.replace(/\s+/g, " ").trim();
  if (text === stored) return "";
  return CHECKS[kind]?.(input, text) ?? "";
}
