/* De bladzijde: kiezen, laten zien wat er gebeurt, maken, bewaren. */
const een = (id) => document.getElementById(id);
const staat = { bytes: null, behoud: new Set(), beeld: null, beurt: 0, adres: "" };

function zeg(fout) {
  een("fout").textContent = fout ? (fout instanceof Weigering ? fout.message : "Dit bestand kan niet worden gelezen.") : "";
  if (fout) { een("kolommen").hidden = true; een("fout").focus(); }
}

const opties = () => ({
  registratie: een("registratie").value,
  afzender: een("afzender").value,
  behoud: [...staat.behoud],
});

function rij(soort, cellen) {
  const regel = document.createElement("tr");
  for (const cel of cellen) {
    const vak = document.createElement(soort);
    if (soort === "th") vak.scope = "col";
    if (cel instanceof Node) vak.append(cel); else vak.textContent = cel;
    regel.append(vak);
  }
  return regel;
}

function houdvak(kolom) {
  if (!kolom.magHouden) return "";
  const vak = document.createElement("input");
  vak.type = "checkbox";
  vak.checked = kolom.gedaan === "gehouden";
  vak.setAttribute("aria-label", `Kolom ${kolom.nummer} toch houden`);
  vak.addEventListener("change", () => {
    if (vak.checked) staat.behoud.add(kolom.kop); else staat.behoud.delete(kolom.kop);
    toon();
  });
  return vak;
}

async function sleutelNu() {
  const bestand = een("sleutel").files[0];
  if (!bestand) return null;
  return leesSleutel(await bestand.text());
}

async function toon() {
  if (!staat.bytes) return;
  staat.beurt += 1;
  const beurt = staat.beurt;
  een("klaar").hidden = true;
  try {
    const beeld = await bekijk(staat.bytes, opties());
    if (beurt !== staat.beurt) return;
    zeg(null);
    staat.beeld = beeld;
    een("kolomrijen").replaceChildren(...beeld.kop.kolommen.map((kolom) =>
      rij("td", [`${kolom.nummer}. ${kolom.kop}`, REGELS.labels[kolom.gedaan], kolom.reden, houdvak(kolom)])));
    een("voor").replaceChildren(rij("th", beeld.koppen), ...beeld.voorbeeld.map(([, cellen]) => rij("td", cellen)));
    await toonNa(beeld);
    een("kolommen").hidden = false;
  } catch (fout) { zeg(fout); }
}

async function toonNa(beeld) {
  const sleutel = await sleutelNu();
  const na = [rij("th", beeld.kop.uit)];
  for (const [regel, cellen] of sleutel ? beeld.voorbeeld : []) {
    const { waarden } = await beslisRij(beeld.kop, cellen, regel, sleutel, een("afzender").value);
    na.push(rij("td", waarden ?? [`regel ${regel} wordt afgekeurd`]));
  }
  if (!sleutel) na.push(rij("td", ["Kies eerst het sleutelbestand."]));
  een("na").replaceChildren(...na);
}

async function maak() {
  een("bewaar").hidden = true;
  een("fouten").replaceChildren();
  try {
    const sleutel = await sleutelNu();
    if (!sleutel) throw new Weigering("Kies eerst het sleutelbestand.");
    een("maak").disabled = true;
    een("klaar").hidden = false;
    een("stand").textContent = "Bezig …";
    const { uit, verslag } = await behandel(staat.beeld, sleutel, opties(), (deel) => { een("voortgang").value = deel; });
    een("voortgang").value = 1;
    een("stand").textContent = `Klaar: ${verslag.rijen} rijen, ${verslag.afgekeurd} afgekeurd.`;
    const punten = verslag.fouten.map((fout) => `Regel ${fout.regel} ${fout.kolom}: ${fout.reden}`);
    for (const [kolom, aantal] of Object.entries(verslag.leeg)) {
      punten.push(`Kolom ${kolom}: ${aantal} cellen leeggemaakt, want niet bruikbaar.`);
    }
    een("fouten").replaceChildren(...punten.map((tekst) => {
      const punt = document.createElement("li");
      punt.textContent = tekst;
      return punt;
    }));
    if (staat.adres) URL.revokeObjectURL(staat.adres);
    staat.adres = URL.createObjectURL(uit);
    een("bewaar").href = staat.adres;
    een("bewaar").hidden = false;
    een("bewaar").focus();
  } catch (fout) { zeg(fout); }
  een("maak").disabled = false;
}

async function kies(bestand) {
  if (!bestand) return;
  staat.behoud.clear();
  staat.bytes = new Uint8Array(await bestand.arrayBuffer());
  await toon();
}

for (const [waarde, titel] of [["", "Niet in de lijst"], ...REGELS.registraties.map((r) => [r.id, r.titel])]) {
  een("registratie").append(new Option(titel, waarde));
}
een("formulier").addEventListener("submit", (gebeurt) => gebeurt.preventDefault());
een("bestand").addEventListener("change", () => kies(een("bestand").files[0]));
een("sleutel").addEventListener("change", toon);
een("registratie").addEventListener("change", () => { staat.behoud.clear(); toon(); });
een("afzender").addEventListener("change", toon);
een("maak").addEventListener("click", maak);
for (const naam of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(naam, (gebeurt) => {
    gebeurt.preventDefault();
    een("vak").classList.toggle("boven", naam === "dragover");
    if (naam === "drop") kies(gebeurt.dataTransfer.files[0]);
  });
}
