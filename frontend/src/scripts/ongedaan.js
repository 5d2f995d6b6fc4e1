/* Een melding met 'Ongedaan maken' blijft in beeld staan tot iemand haar sluit; Escape sluit ook. */
function close(toast) {
  const next = document.querySelector("main");
  const hadFocus = toast.contains(document.activeElement);
  toast.remove();
  if (hadFocus) next?.focus();
}

document.addEventListener("click", (event) => {
  const toast = event.target.closest?.("[data-sluit]")?.closest("[data-ongedaan]");
  if (toast) close(toast);
});

document.addEventListener("keydown", (event) => {
  const toast = event.target.closest?.("[data-ongedaan]");
  if (event.key === "Escape" && toast) close(toast);
});
