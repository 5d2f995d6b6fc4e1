/* Dezelfde regels als het commando: patronen, koppen en redenen komen uit REGELS. */
"use strict";
const PATROON = Object.fromEntries(
  Object.entries(REGELS.patronen).map(([naam, patroon]) => [naam, new RegExp(`^(?:${patroon})$`)]),
);
const IDENTIFICATIE = "identificatie";
const ALFABET = "abcdefghijklmnopqrstuvwxyz234567";

class Weigering extends Error {}
class Onbruikbaar extends Error {}

const lijkt = (naam, tekst) => PATROON[naam].test(tekst);
const gevouwen = (kop) => kop.normalize("NFKD").replace(/[^A-Za-z0-9]/g, "").toLowerCase();
const groot = (tekst) => tekst.replace(/[a-z]/g, (letter) => letter.toUpperCase());
const stuk = (reden) => { throw new Onbruikbaar(reden); };

function bijgeknipt(tekst) {
  if (/^[!-~]*$/.test(tekst)) return tekst;
  const eens = tekst.normalize("NFC");
  let uit = "";
  for (const teken of eens) uit += REGELS.wit.includes(teken) ? " " : teken;
  return uit.split(" ").filter((deel) => deel).join(" ");
}

function rest(cijfers) {
  let som = 0;
  for (let plek = 0; plek < 8; plek += 1) som += (9 - plek) * Number(cijfers[plek]);
  return (((som - Number(cijfers[8])) % 11) + 11) % 11;
}

function bsnTekst(tekst) {
  let cijfers = tekst.replace(/[ .]/g, "");
  if (!lijkt("bsn", cijfers)) return "";
  cijfers = cijfers.padStart(9, "0");
  const over = rest(cijfers);
  if (over === 0 && cijfers !== "000000000") return `bsn:${cijfers}`;
  return over === 5 && cijfers.startsWith("10") ? `onr:${cijfers}` : "";
}

function dagVan(tekst) {
  for (const [naam, orde] of [["iso", [1, 2, 3]], ["nl", [3, 2, 1]], ["aaneen", [1, 2, 3]]]) {
    const gevonden = PATROON[naam].exec(tekst);
    if (gevonden) return bestaand(...orde.map((plek) => Number(gevonden[plek])));
  }
  return stuk("datum");
}

function bestaand(jaar, maand, dag) {
  if (jaar < REGELS.jaren[0] || jaar > REGELS.jaren[1] || maand < 1 || maand > 12) stuk("datum");
  const schrikkel = jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0);
  const langste = maand === 2 && !schrikkel ? 28 : REGELS.dagen[maand - 1];
  if (dag < 1 || dag > langste) stuk("datum");
  return [jaar, maand, dag];
}

function isDag(tekst) {
  try { dagVan(tekst); return true; } catch (fout) {
    if (fout instanceof Onbruikbaar) return false;
    throw fout;
  }
}

const lijktBsn = (tekst) => Boolean(bsnTekst(tekst)) && !isDag(tekst);
const herkenbaar = (tekst) => tekst.includes("@")
  || [tekst, ...tekst.split(/[ ,;:/()]+/)].some((deel) => lijktBsn(deel) || lijkt("telefoon", deel));
const twee = (getal) => String(getal).padStart(2, "0");

function identiteit(veld, tekst, afzender) {
  const waarde = bijgeknipt(tekst);
  if (!waarde) stuk("leeg");
  if (!veld.vormen.includes("eigen")) return bsnTekst(waarde) || stuk("bsn");
  if (waarde.length > REGELS.langste_nummer) stuk("eigen");
  return `eigen:${groot(bijgeknipt(afzender))}:${veld.hoofdletters ? waarde : groot(waarde)}`;
}

const PER_ROL = {
  geboortedatum(veld, tekst) {
    const gevonden = PATROON.maand.exec(tekst);
    const [jaar, maand] = gevonden
      ? bestaand(Number(gevonden[1]), Number(gevonden[2]), 1) : dagVan(tekst);
    return `${jaar}-${twee(maand)}`;
  },
  datum(veld, tekst) {
    const [jaar, maand, dag] = dagVan(tekst);
    return `${jaar}-${twee(maand)}-${twee(dag)}`;
  },
  postcode(veld, tekst) {
    const gevonden = PATROON.postcode.exec(tekst) ?? stuk("postcode");
    return veld.vormen.includes("pc6") ? gevonden[1] + groot(gevonden[2] ?? "") : gevonden[1];
  },
  code: (veld, tekst) =>
    veld.waarden.find((een) => groot(bijgeknipt(een)) === groot(tekst)) ?? stuk("waarden"),
  getal: (veld, tekst) => (lijkt("getal", tekst) ? tekst.replace(",", ".") : stuk("getal")),
  plaatscode(veld, tekst) {
    const code = groot(tekst);
    return veld.vormen.some((vorm) => lijkt(vorm, code)) ? code : stuk("plaatscode");
  },
};

/* --- herkennen zonder registratie --- */
const LIJKT_OP = {
  bsn: lijktBsn,
  mail: (tekst) => lijkt("mail", tekst),
  telefoon: (tekst) => lijkt("telefoon", tekst),
  postcode: (tekst) => lijkt("postcode", tekst) && !/^[0-9]+$/.test(tekst),
  datum: isDag,
  plaatscode: (tekst) => ["brin", "lrk", "buurt"].some((vorm) => lijkt(vorm, groot(tekst))),
  klein_getal: (tekst) => tekst.length <= REGELS.klein_getal && lijkt("getal", tekst),
  tekst: (tekst) => tekst.length > REGELS.lang.letters
    || tekst.split(" ").length >= REGELS.lang.woorden,
};

class Maat {
  constructor() { this.gevuld = 0; this.gezien = {}; }

  tel(tekst) {
    const waarde = bijgeknipt(tekst);
    if (!waarde) return;
    this.gevuld += 1;
    for (const [naam, ja] of Object.entries(LIJKT_OP)) {
      if (ja(waarde)) this.gezien[naam] = (this.gezien[naam] ?? 0) + 1;
    }
  }

  deel(naam) { return this.gevuld ? (this.gezien[naam] ?? 0) / this.gevuld : 0; }
}

function herken(kop, naam, maat) {
  const als = (rol, waarom, vormen = [], streng = false) => ({
    veld: { naam, rol, vormen, waarden: [], verplicht: false, hoofdletters: false },
    waarom: REGELS.waarom[waarom],
    streng,
  });
  const is = (soort) => REGELS.koppen[soort].includes(kop);
  const { meeste, helft, iets } = REGELS.deel;
  if (is("bsn") || maat.deel("bsn") >= helft) return als(IDENTIFICATIE, "bsn", ["bsn"], true);
  if (is("eigen")) return als(IDENTIFICATIE, "eigen", ["eigen"], true);
  if (Math.max(maat.deel("mail"), maat.deel("telefoon")) >= iets) {
    return als("adres", "adres", [], true);
  }
  for (const soort of ["vrije_tekst", "adres", "naam"]) {
    if (REGELS.kopdelen[soort].some((deel) => kop.includes(deel))) return als(soort, soort, [], true);
  }
  if (is("geboortedatum")) return als("geboortedatum", "geboortedatum");
  if (is("postcode") || maat.deel("postcode") >= meeste) return als("postcode", "postcode", ["pc4"]);
  if (!is("datum") && maat.deel("datum") >= helft) return als("geboortedatum", "geboortedatum");
  if (is("datum") && maat.deel("datum") >= meeste) return als("datum", "datum");
  if (is("plaatscode") && maat.deel("plaatscode") >= meeste) {
    return als("plaatscode", "plaatscode", ["brin", "lrk", "buurt"]);
  }
  if (is("getal") && maat.deel("klein_getal") >= meeste) return als("getal", "getal");
  if (maat.deel("tekst") >= iets) return als("vrije_tekst", "vrije_tekst");
  return { veld: null, waarom: REGELS.waarom.onbekend, streng: false };
}

/* --- de kopregel --- */
const naarRol = (nummer, kop, veld, reden) => {
  let gedaan = "gehouden";
  if (veld.rol === IDENTIFICATIE) gedaan = "pseudoniem";
  else if (REGELS.vervalt.includes(veld.rol)) gedaan = "vervallen";
  else if (["geboortedatum", "postcode"].includes(veld.rol)) gedaan = "vergrofd";
  return { nummer, kop, naam: veld.naam, gedaan, reden, veld };
};
const alGedaan = (nummer, kop) => ({
  nummer, kop, naam: REGELS.pseudoniem, gedaan: "pseudoniem", reden: "was al een pseudoniem", veld: null,
});
const vervallen = (nummer, kop, reden) => ({
  nummer, kop, naam: `kolom ${nummer}`, gedaan: "vervallen", reden, veld: null,
});

function beslisKop(koppen, registratie, maten, behoud) {
  for (const kop of koppen) {
    const tekst = bijgeknipt(kop);
    if (herkenbaar(tekst) || lijkt("pseudoniem", tekst) || isDag(tekst)) {
      throw new Weigering("Regel 1 bevat gegevens in plaats van koppen; zet er een regel met koppen boven.");
    }
  }
  if (!koppen.some(gevouwen)) throw new Weigering("Regel 1 heeft geen koppen; zet er een regel met koppen boven.");
  const kolommen = registratie ? metRegistratie(koppen, registratie) : zonderRegistratie(koppen, maten, behoud);
  const wie = kolommen.filter((een) => een.gedaan === "pseudoniem");
  if (!wie.length) throw new Weigering("Geen kolom zegt om wie het gaat; voeg een burgerservicenummer of eigen nummer toe.");
  const sterkte = (een) => (een.veld === null ? 0 : een.veld.vormen[0].startsWith("eigen") ? 2 : 1);
  const gekozen = wie.reduce((beste, een) => (sterkte(een) < sterkte(beste) ? een : beste));
  for (const een of wie) {
    if (een !== gekozen) {
      een.gedaan = "vervallen";
      een.reden = "er is al een nummer waaraan de persoon te herkennen is";
    }
  }
  const bewaard = kolommen.filter((een) => ["gehouden", "vergrofd"].includes(een.gedaan));
  return { kolommen, persoon: gekozen, bewaard, uit: [REGELS.pseudoniem, ...bewaard.map((een) => een.naam)] };
}

function metRegistratie(koppen, registratie) {
  const bekend = new Map();
  for (const veld of registratie.velden) for (const kop of veld.koppen) bekend.set(kop, veld);
  const gezien = new Map();
  const kolommen = koppen.map((kop, plek) => {
    const nummer = plek + 1;
    const veld = bekend.get(gevouwen(kop));
    if (veld && !REGELS.vervalt.includes(veld.rol)) {
      if (gezien.has(veld.naam)) {
        throw new Weigering(`Kolom ${gezien.get(veld.naam)} en ${nummer} zijn allebei '${veld.naam}'; haal er een weg.`);
      }
      gezien.set(veld.naam, nummer);
    }
    if (gevouwen(kop) === REGELS.pseudoniem) return alGedaan(nummer, kop);
    if (!veld) return vervallen(nummer, kop, `hoort niet bij '${registratie.titel}'`);
    return naarRol(nummer, kop, veld, `${REGELS.rollen[veld.rol].toLowerCase()}, volgens de registratie`);
  });
  for (const veld of registratie.velden) {
    if (veld.verplicht && veld.rol !== IDENTIFICATIE && !gezien.has(veld.naam)) {
      throw new Weigering(`${veld.naam} ${REGELS.ontbreekt.replace("{kop}", veld.kop)}.`);
    }
  }
  return kolommen;
}

function zonderRegistratie(koppen, maten, behoud) {
  const kolommen = koppen.map((kop, plek) => {
    const nummer = plek + 1;
    if (gevouwen(kop) === REGELS.pseudoniem) return alGedaan(nummer, kop);
    const gevonden = herken(gevouwen(kop), bijgeknipt(kop) || `kolom ${nummer}`, maten[plek]);
    const houden = behoud.has(gevouwen(kop));
    if (houden && gevonden.streng) {
      throw new Weigering(`Kolom ${nummer} kan niet gehouden worden: ${gevonden.waarom}.`);
    }
    let een;
    if (houden && (!gevonden.veld || REGELS.vervalt.includes(gevonden.veld.rol))) {
      een = { nummer, kop, naam: bijgeknipt(kop), gedaan: "gehouden", reden: "gehouden omdat jij dat vraagt", veld: null };
    } else if (gevonden.veld) een = naarRol(nummer, kop, gevonden.veld, gevonden.waarom);
    else een = vervallen(nummer, kop, gevonden.waarom);
    een.magHouden = !gevonden.streng && (houden || een.gedaan === "vervallen") && Boolean(gevouwen(kop));
    return een;
  });
  const namen = kolommen.filter((een) => een.gedaan !== "vervallen" && een.naam !== REGELS.pseudoniem)
    .map((een) => een.naam);
  const dubbel = namen.find((naam, plek) => namen.indexOf(naam) !== plek);
  if (dubbel !== undefined) throw new Weigering(`De kop '${dubbel}' staat er twee keer; geef een andere naam.`);
  return kolommen;
}

/* --- een rij --- */
async function beslisRij(kop, cellen, regel, sleutel, afzender) {
  const fouten = [];
  const leeg = [];
  if (cellen.slice(kop.kolommen.length).some((cel) => bijgeknipt(cel))) {
    fouten.push({ regel, kolom: "", reden: "heeft meer cellen dan er koppen zijn" });
  }
  const cel = (een) => cellen[een.nummer - 1] ?? "";
  const waarden = [];
  const probeer = (een, werk, bak) => {
    try { return werk(); } catch (fout) {
      if (!(fout instanceof Onbruikbaar)) throw fout;
      bak.push({ regel, kolom: een.naam, reden: REGELS.redenen[fout.message] });
      return "";
    }
  };
  const wie = probeer(kop.persoon, () => {
    if (kop.persoon.veld) return identiteit(kop.persoon.veld, cel(kop.persoon), afzender);
    const gemaakt = bijgeknipt(cel(kop.persoon));
    return lijkt("pseudoniem", gemaakt) ? gemaakt : stuk(gemaakt ? "pseudoniem" : "leeg");
  }, fouten);
  for (const een of kop.bewaard) {
    waarden.push(probeer(een, () => gehouden(een, cel(een)), een.veld?.verplicht ? fouten : leeg));
  }
  if (fouten.length) return { fouten, leeg: [], waarden: null };
  const naam = kop.persoon.veld ? await pseudoniem(sleutel, wie) : wie;
  return { fouten, leeg, waarden: [naam, ...waarden] };
}

function gehouden(een, tekst) {
  const waarde = bijgeknipt(tekst);
  if (!een.veld) return herkenbaar(waarde) ? stuk("herkenbaar") : waarde;
  if (!waarde) return een.veld.verplicht ? stuk("leeg") : "";
  return PER_ROL[een.veld.rol](een.veld, waarde);
}

async function pseudoniem(sleutel, tekst) {
  const teken = await crypto.subtle.sign("HMAC", sleutel, new TextEncoder().encode(tekst));
  const bytes = new Uint8Array(teken).subarray(0, 20);
  let uit = "p1-";
  for (let begin = 0; begin < 20; begin += 5) {
    const vijf = bytes.subarray(begin, begin + 5);
    for (let plek = 0; plek < 8; plek += 1) {
      const bit = plek * 5;
      const paar = (vijf[bit >> 3] << 8) | (vijf[(bit >> 3) + 1] ?? 0);
      uit += ALFABET[(paar >> (11 - (bit & 7))) & 31];
    }
  }
  return uit;
}

async function leesSleutel(tekst) {
  const fout = "Het sleutelbestand is beschadigd of is geen sleutelbestand. Haal het opnieuw op.";
  const delen = tekst.trim().split(":");
  if (delen.length !== 3 || delen[0] !== "openlea-afzender-1") throw new Weigering(fout);
  const [merk, code, controle] = delen;
  if (!/^[a-z2-7]{52}$/.test(code)) throw new Weigering(fout);
  const som = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${merk}:${code}`)));
  const hex = [...som.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== controle) throw new Weigering(fout);
  const bytes = new Uint8Array(32);
  let [bak, bits, plek] = [0, 0, 0];
  for (const letter of code) {
    bak = ((bak << 5) | ALFABET.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits >= 8) { bits -= 8; bytes[plek] = (bak >> bits) & 255; plek += 1; }
  }
  return crypto.subtle.importKey("raw", bytes.slice(0, 32), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

/* --- csv --- */
function leesTekst(bytes) {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    || (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    || (bytes[0] === 0x25 && bytes[1] === 0x50)) {
    throw new Weigering("Dit bestand kan hier niet worden gelezen. Sla het op als csv (UTF-8).");
  }
  try { return new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function scheider(tekst) {
  const regels = /[^\r\n]+/g;
  for (let een = regels.exec(tekst); een; een = regels.exec(tekst)) {
    if (bijgeknipt(een[0])) {
      const kaal = een[0].split('"').filter((_, plek) => plek % 2 === 0).join("");
      return [";", ",", "\t", "|"].reduce((beste, teken) =>
        (kaal.split(teken).length > kaal.split(beste).length ? teken : beste));
    }
  }
  return ";";
}

function* rijenVan(tekst) {
  const deler = scheider(tekst);
  let [nummer, rij, cel, staat, plek] = [0, [], "", "begin", 0];
  const lang = () => { if (cel.length > 131072) throw new Weigering("Een cel is te lang; waarschijnlijk wordt een aanhalingsteken niet gesloten."); };
  const af = () => { rij.push(cel); cel = ""; };
  while (plek < tekst.length) {
    const teken = tekst[plek];
    plek += 1;
    if (staat === "in") {
      if (teken === '"') staat = "dicht"; else { cel += teken; lang(); }
      continue;
    }
    if (teken === "\r" || teken === "\n") {
      if (teken === "\r" && tekst[plek] === "\n") plek += 1;
      if (staat !== "begin" || rij.length) af();
      nummer += 1;
      if (rij.some((een) => bijgeknipt(een))) yield [nummer, rij];
      [rij, staat] = [[], "begin"];
    } else if (teken === deler) { af(); staat = "veld"; }
    else if (teken === '"' && (staat === "begin" || staat === "veld")) staat = "in";
    else if (teken === '"' && staat === "dicht") { cel += teken; staat = "in"; }
    else { cel += teken; lang(); staat = "tekst"; }
  }
  if (staat !== "begin" || rij.length) af();
  if (rij.some((een) => bijgeknipt(een))) yield [nummer + 1, rij];
}

function csvRegel(cellen) {
  return `${cellen.map((cel) => {
    const kaal = /^[=+\-@]/.test(cel) && !lijkt("getal", cel) ? `'${cel}` : cel;
    return /[;"\r\n]/.test(kaal) ? `"${kaal.replaceAll('"', '""')}"` : kaal;
  }).join(";")}\r\n`;
}

/* --- een heel bestand --- */
const STAP = 2000;
const adem = () => new Promise((verder) => { setTimeout(verder); });

async function bekijk(bytes, opties, gevorderd = () => {}) {
  const tekst = leesTekst(bytes);
  const rijen = rijenVan(tekst);
  const eerste = rijen.next();
  if (eerste.done) throw new Weigering("Het bestand is leeg.");
  const koppen = eerste.value[1];
  const registratie = REGELS.registraties.find((een) => een.id === opties.registratie) ?? null;
  const maten = koppen.map(() => new Maat());
  const voorbeeld = [];
  let aantal = 0;
  for (const [regel, cellen] of rijen) {
    if (voorbeeld.length < 5) voorbeeld.push([regel, cellen]);
    if (!registratie) maten.forEach((maat, plek) => { if (plek < cellen.length) maat.tel(cellen[plek]); });
    aantal += 1;
    if (aantal % STAP === 0) { gevorderd(aantal); await adem(); }
  }
  const kop = beslisKop(koppen, registratie, maten, new Set((opties.behoud ?? []).map(gevouwen)));
  if (kop.persoon.veld?.vormen.includes("eigen") && !bijgeknipt(opties.afzender ?? "")) {
    throw new Weigering("Dit is een eigen nummer. Vul ook de code van je organisatie in.");
  }
  return { tekst, kop, koppen, voorbeeld, aantal };
}

async function behandel(beeld, sleutel, opties, gevorderd = () => {}) {
  const uit = [csvRegel(beeld.kop.uit)];
  const verslag = { rijen: 0, afgekeurd: 0, fouten: [], leeg: {} };
  const rijen = rijenVan(beeld.tekst);
  rijen.next();
  for (let klaar = false, gedaan = 0; !klaar;) {
    const groep = [];
    while (groep.length < STAP && !klaar) {
      const volgende = rijen.next();
      klaar = Boolean(volgende.done);
      if (!klaar) groep.push(beslisRij(beeld.kop, volgende.value[1], volgende.value[0], sleutel, opties.afzender ?? ""));
    }
    const regels = [];
    for (const een of await Promise.all(groep)) {
      if (een.waarden) { verslag.rijen += 1; regels.push(csvRegel(een.waarden)); } else verslag.afgekeurd += 1;
      for (const fout of een.fouten) if (verslag.fouten.length < 100) verslag.fouten.push(fout);
      for (const fout of een.leeg) verslag.leeg[fout.kolom] = (verslag.leeg[fout.kolom] ?? 0) + 1;
    }
    uit.push(regels.join(""));
    gedaan += groep.length;
    gevorderd(gedaan / Math.max(1, beeld.aantal));
    await adem();
  }
  return { uit: new Blob(uit, { type: "text/csv" }), verslag };
}
