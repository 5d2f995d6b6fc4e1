/* Een filter wordt meteen toegepast: form[data-filter] verstuurt zichzelf na een keuze of een pauze in het typen. */
const PAUZE_MS = 350;
const timers = new WeakMap();

function submit(form) {
  clearTimeout(timers.get(form));
  form.requestSubmit();
}

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-filter]");
  if (form && !event.target.matches("[type=search], [type=text]")) submit(form);
});

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-filter]");
  if (!form || !event.target.matches("[type=search], [type=text]")) return;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => submit(form), PAUZE_MS));
});
