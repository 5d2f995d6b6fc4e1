/* Kopieert de tekst van een veld. Zonder script is die tekst zelf te selecteren. */
const TOLD = "Gekopieerd. Plak het in je stuk.";

for (const button of document.querySelectorAll("[data-kopieer]")) button.hidden = false;

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-kopieer]");
  if (!button) return;
  const field = document.getElementById(button.dataset.kopieer);
  field.select();
  const told = document.getElementById("gekopieerd");
  try {
    await navigator.clipboard.writeText(field.value);
    told.textContent = TOLD;
  } catch {
    told.textContent = document.execCommand("copy") ? TOLD : "De tekst is geselecteerd: kopieer met Ctrl+C.";
  }
});
