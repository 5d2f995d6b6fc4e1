/* Uitklapmenu's sluiten met Escape en bij een klik ernaast; de focus keert terug naar de knop. */
const MENU = "details.ol-menu[open]";

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.(MENU) ?? document.querySelector(MENU);
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(MENU)) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
