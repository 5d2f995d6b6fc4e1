/* Wie een formulier met data-bewaak verlaat zonder te bewaren, krijgt de vraag van de browser. */
const changed = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-bewaak]");
  if (form) changed.add(form);
});

document.addEventListener("submit", (event) => changed.delete(event.target));
document.addEventListener("reset", (event) => changed.delete(event.target));

window.addEventListener("beforeunload", (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault();
});
