/* Zegt de server dat iemand typt, zodat een tweede schrijver het weet. */
const OM_DE = 6000;

export function startTyping(page, refresh) {
  const form = page.querySelector("form[data-regels]");
  const box = form?.elements.namedItem("tekst");
  let last = 0;

  async function tell(typt) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value);
    body.append("punt", page.dataset.punt);
    body.append("typt", typt ? "1" : "0");
    try {
      await fetch(page.dataset.schrijft, { method: "POST", body, keepalive: true });
      if (typt) refresh.now();
    } catch {
      /* geen verbinding: dat zegt het verversen al */
    }
  }

  function stop() {
    if (!last) return;
    last = 0;
    tell(false);
  }

  box?.addEventListener("input", () => {
    if (Date.now() - last < OM_DE) return;
    last = Date.now();
    tell(true);
  });
  box?.addEventListener("blur", stop);
  form?.addEventListener("submit", stop);
  window.addEventListener("pagehide", stop);
}
