/* Haalt op wat anderen deden, en zegt het als de verbinding weg is. */
const OM_DE = 3000;
const VERBORGEN = 15000;
const LANGST = 15000;
const WOORDEN = {
  weg: "Geen verbinding. Schrijf gerust door: je regels blijven in deze browser bewaard en worden opgeslagen zodra de verbinding terug is.",
  dicht: "Je kunt hier nu niet opslaan. Je regels blijven in deze browser bewaard. Laad de bladzijde opnieuw.",
};

export function startRefresh(page) {
  const notice = document.getElementById("storing");
  const listeners = [];
  let mark = "";
  let state = "";
  let unsaved = 0;
  let timer;
  let busy = false;

  async function now() {
    if (busy) return;
    busy = true;
    clearTimeout(timer);
    try {
      await ask();
    } catch {
      trouble("weg");
    }
    busy = false;
    timer = setTimeout(now, (document.hidden ? VERBORGEN : OM_DE) + Math.random() * 500);
  }

  async function ask() {
    const answer = await fetch(`${page.dataset.stand}?punt=${page.dataset.punt}`, {
      headers: mark ? { "If-None-Match": mark } : {},
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(LANGST),
    });
    if (answer.type === "opaqueredirect" || answer.status === 403) return trouble("dicht");
    if (answer.status === 200) {
      for (const [name, html] of Object.entries((await answer.json()).delen)) put(name, html);
      mark = answer.headers.get("ETag") ?? "";
    } else if (answer.status !== 304) {
      return trouble("weg");
    }
    if (state === "weg") {
      trouble("");
      for (const told of listeners) told();
    }
  }

  function put(name, html) {
    const here = document.getElementById(`deel-${name}`);
    if (!here) return;
    if (name === "regels") return lines(here, html);
    const made = document.createElement("template");
    made.innerHTML = html;
    if (made.innerHTML.trim() === here.innerHTML.trim()) return;
    const href = here.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    here.replaceChildren(made.content);
    if (href) here.querySelector(`[href="${CSS.escape(href)}"]`)?.focus();
  }

  /* Een regel waar iemand in bezig is, blijft staan; anderen worden vervangen als ze anders zijn. */
  function lines(here, html) {
    const made = document.createElement("template");
    made.innerHTML = html;
    for (const line of [...made.content.children]) {
      const old = document.getElementById(line.id);
      if (!old) here.insertBefore(line, after(here, line));
      else if (old.querySelector("form")) warn(old, line);
      else if (old.dataset.versie !== line.dataset.versie) old.replaceWith(line);
    }
  }

  /* De eigen regel staat er al; die van een ander kan ervoor horen. */
  function after(here, line) {
    const nummer = (one) => Number(one.id.replace("regel-", ""));
    return [...here.children].find((one) => nummer(one) > nummer(line)) ?? null;
  }

  function warn(old, line) {
    const told = old.querySelector(".vg-anders");
    if (told) told.hidden = old.dataset.versie === line.dataset.versie;
  }

  function trouble(what) {
    state = what;
    say();
  }

  function count(lines) {
    unsaved = lines;
    say();
  }

  function say() {
    const many = unsaved === 1 ? "1 regel is" : `${unsaved} regels zijn`;
    const words = [WOORDEN[state] ?? "", state && unsaved ? `${many} nog niet opgeslagen.` : ""].filter(Boolean).join(" ");
    if (notice.textContent !== words) notice.textContent = words;
    notice.hidden = !words;
  }

  document.addEventListener("visibilitychange", () => document.hidden || now());
  window.addEventListener("online", now);
  window.addEventListener("offline", () => trouble("weg"));
  timer = setTimeout(now, OM_DE);
  return { now, trouble, count, onAnswer: (told) => listeners.push(told) };
}
