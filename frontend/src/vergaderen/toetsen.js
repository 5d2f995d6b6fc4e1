/* Toetsen met één letter: alleen buiten een veld, en uit te zetten (WCAG 2.1.4). */
const UIT = "openlea:toetsen-uit";

export function startKeys(page) {
  const dialog = document.getElementById("toetsen");
  const choice = document.getElementById("toetsen_aan");
  const first = (found) => page.querySelector(found);

  function unfold(id) {
    const fold = document.getElementById(id);
    if (!fold) return;
    fold.open = true;
    const field = fold.querySelector("input:not([type=hidden]), textarea");
    (field ?? fold.querySelector("summary"))?.focus();
  }

  const keys = {
    n: () => first("form[data-regels] textarea")?.focus(),
    j: () => first("[data-volgende]")?.click(),
    k: () => first("[data-vorige]")?.click(),
    b: () => unfold("besluit-maken"),
    a: () => unfold("afspraak-maken"),
    w: () => unfold("wie"),
  };

  document.addEventListener("keydown", (event) => {
    const field = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "Escape" && field?.matches("textarea")) return document.getElementById("punt")?.focus();
    if (field || dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") return toggle(event);
    if (!choice.checked || !keys[event.key.toLowerCase()]) return;
    event.preventDefault();
    keys[event.key.toLowerCase()]();
  });

  function toggle(event) {
    if (!choice.checked) return;
    event.preventDefault();
    dialog.showModal();
  }

  for (const button of page.querySelectorAll("[data-toon=toetsen]")) {
    button.addEventListener("click", () => dialog.showModal());
  }
  try {
    choice.checked = localStorage.getItem(UIT) !== "1";
  } catch {
    /* geen geheugen: de toetsen staan aan */
  }
  choice.addEventListener("change", () => {
    try {
      localStorage.setItem(UIT, choice.checked ? "0" : "1");
    } catch {
      /* geen geheugen: de keuze geldt tot de bladzijde sluit */
    }
  });
}
