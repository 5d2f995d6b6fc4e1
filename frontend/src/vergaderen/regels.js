/* Regels: eerst hier bewaard, dan verstuurd, en pas weg als de server 'bewaard' zegt.
   Een regel die twee keer aankomt, heeft hetzelfde kenmerk en wordt één keer bewaard. */
import { newKey, openStore } from "./bewaren.js";

const LANGST = 15000;
const KAN_NIET = new Set([400, 404, 409, 422]);

export function startLines(page, refresh) {
  const store = openStore(page);
  const form = page.querySelector("form[data-regels]");
  const box = form?.elements.namedItem("tekst");
  const punt = Number(page.dataset.punt);
  let busy = false;
  let wait = 1000;
  let timer;

  const waiting = () => store.get("regels", []);
  const keep = (lines) => (lines.length ? store.set("regels", lines) : store.drop("regels"));
  const change = (sleutel, how) =>
    keep(waiting().flatMap((line) => (line.sleutel === sleutel ? how(line) : [line])));

  function add() {
    const tekst = box.value.trim();
    if (!tekst) return;
    keep([...waiting(), { sleutel: newKey(), punt, tekst }]);
    box.value = "";
    store.drop(`klad-${punt}`);
    show();
    send();
  }

  async function send() {
    if (busy || !form) return;
    busy = true;
    clearTimeout(timer);
    for (const line of waiting().filter((one) => !one.reden)) {
      if (!(await post(line))) break;
    }
    busy = false;
    show();
    if (waiting().some((one) => !one.reden)) timer = setTimeout(send, (wait = Math.min(wait * 2, 15000)));
    else wait = 1000;
  }

  async function post(line) {
    const body = new FormData();
    const token = form.elements.namedItem("csrfmiddlewaretoken").value;
    for (const [name, value] of Object.entries({ ...line, csrfmiddlewaretoken: token })) body.append(name, value);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body,
        redirect: "manual",
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(LANGST),
      });
      if (answer.status === 201) return confirmed(line, await answer.json());
      if (KAN_NIET.has(answer.status)) return refused(line, await reason(answer));
      refresh.trouble(answer.type === "opaqueredirect" || answer.status === 403 ? "dicht" : "weg");
    } catch {
      refresh.trouble("weg");
    }
    return false;
  }

  function confirmed(line, kept) {
    change(line.sleutel, () => []);
    refresh.trouble("");
    if (line.punt === punt && !document.getElementById(`regel-${kept.nummer}`)) {
      const item = document.createElement("li");
      item.className = "vg-regel";
      item.id = `regel-${kept.nummer}`;
      item.dataset.versie = "0";
      item.dataset.sleutel = line.sleutel;
      item.append(text("div", "vg-regel__tekst", line.tekst));
      page.querySelector("#deel-regels").append(item);
    }
    show();
    refresh.now();
    return true;
  }

  function refused(line, reden) {
    change(line.sleutel, (one) => [{ ...one, reden }]);
    return true;
  }

  async function reason(answer) {
    try {
      return (await answer.json()).reden;
    } catch {
      return "De server nam deze regel niet aan.";
    }
  }

  function show() {
    const list = page.querySelector("#wachtend");
    if (!list) return;
    const lines = waiting();
    list.replaceChildren(...lines.filter((one) => one.punt === punt).map(item));
    list.hidden = !list.childElementCount;
    refresh.count(lines.length);
  }

  function item(line) {
    const row = document.createElement("li");
    row.className = "vg-regel";
    row.append(text("div", "vg-regel__tekst", line.tekst));
    const why = line.reden ? `Niet opgeslagen. ${line.reden}` : "Nog niet opgeslagen";
    const under = text("p", "vg-regel__wie", why);
    if (line.reden && box) {
      under.append(" ", button("Zet terug in het vak", () => back(line)));
      under.append(" ", button("Gooi weg", () => gone(line)));
    }
    row.append(under);
    return row;
  }

  function back(line) {
    box.value = [box.value.trim(), line.tekst].filter(Boolean).join("\n");
    store.set(`klad-${punt}`, box.value);
    gone(line);
    box.focus();
  }

  function gone(line) {
    change(line.sleutel, () => []);
    show();
  }

  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    add();
    box.focus();
  });
  box?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    add();
  });
  box?.addEventListener("input", () => store.set(`klad-${punt}`, box.value));
  if (box && !box.value) box.value = store.get(`klad-${punt}`, "");
  window.addEventListener("online", send);
  show();
  send();
  return { send };
}

function text(tag, name, words) {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = words;
  return made;
}

function button(words, pressed) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "vg-los";
  made.textContent = words;
  made.addEventListener("click", pressed);
  return made;
}
