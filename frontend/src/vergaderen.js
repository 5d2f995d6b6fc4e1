/* Een vergadering die bezig is: regels gaan weg zonder herladen, en raken niet kwijt.
   Zonder script werkt alles ook, met een bladzijde per handeling. */
import { startKeys } from "./vergaderen/toetsen.js";
import { startLines } from "./vergaderen/regels.js";
import { startRefresh } from "./vergaderen/verversen.js";
import { startTyping } from "./vergaderen/schrijvers.js";

const page = document.querySelector("[data-vergaderen]");
if (page) {
  const refresh = startRefresh(page);
  const lines = startLines(page, refresh);
  startTyping(page, refresh);
  startKeys(page);
  refresh.onAnswer(lines.send);
  for (const button of page.querySelectorAll("[data-allen]")) {
    button.addEventListener("click", () => {
      const boxes = button.form.querySelectorAll(`input[value="${button.dataset.allen}"]`);
      for (const box of boxes) box.checked = true;
    });
  }
}
