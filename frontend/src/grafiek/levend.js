/* Eén grafiek die leeft: op de breedte die er is, in de kleuren van het thema. */
const WIDEST = 672;

export class Levend {
  constructor(beeld, draw) {
    this.beeld = beeld;
    this.draw = draw;
    this.bron = JSON.parse(document.getElementById(beeld.dataset.grafiek).textContent);
    this.width = 0;
    this.view = null;
  }

  async start() {
    const still = this.beeld.querySelector(".ol-grafiek__svg");
    this.place = document.createElement("div");
    this.place.className = "ol-grafiek__levend";
    this.place.setAttribute("role", "img");
    this.place.setAttribute("aria-label", still.querySelector("desc").textContent);
    this.inside = document.createElement("div");
    this.inside.setAttribute("aria-hidden", "true");
    this.place.append(this.inside);
    this.beeld.append(this.place);
    try {
      await this.redraw();
    } catch (error) {
      this.place.remove();
      throw error;
    }
    this.beeld.classList.add("ol-grafiek__beeld--levend");
    let wait = 0;
    new ResizeObserver(() => {
      clearTimeout(wait);
      wait = setTimeout(() => this.redraw(), 150);
    }).observe(this.beeld);
  }

  /* Tekent opnieuw als de breedte echt anders is. */
  async redraw() {
    const width = Math.min(Math.floor(this.beeld.clientWidth), WIDEST);
    if (width < 80 || Math.abs(width - this.width) < 4) return;
    this.width = width;
    const { view } = await this.draw(this.inside, this.fitted(width));
    this.view?.finalize();
    this.view = view;
  }

  /* Dezelfde grafiek als het stille beeld: zie `fitted` in web/charts/figuur.py. */
  fitted(width) {
    const { spec, smalTot } = this.bron;
    const { smal = {}, verhouding } = spec.usermeta ?? {};
    const own = { ...spec, ...(width < smalTot ? smal : {}), width };
    if (verhouding) own.height = Math.round(width * verhouding);
    return this.themed(own);
  }

  themed(spec) {
    const style = getComputedStyle(this.beeld);
    let text = JSON.stringify(spec);
    for (const [colour, token] of Object.entries(this.bron.tokens)) {
      const own = style.getPropertyValue(token).trim();
      if (own) text = text.replaceAll(`"${colour}"`, JSON.stringify(own));
    }
    return JSON.parse(text);
  }
}
