/* Vraagt het apparaat om een passkey. Zonder script, of in een oude browser, blijft de uitleg staan. */
const FOUT = "Dat lukte niet. Probeer het nog eens, of kies een andere manier.";
const kan = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

async function opdracht(form) {
  const here = form.querySelector("#passkey-opdracht");
  if (here) return JSON.parse(here.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function passkey(form) {
  const asked = await opdracht(form);
  if (form.dataset.passkey === "maak") {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.creation_options.publicKey);
    return navigator.credentials.create({ publicKey });
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.request_options.publicKey);
  return navigator.credentials.get({ publicKey });
}

async function vraag(form) {
  const told = form.querySelector("[data-passkey-fout]");
  told.textContent = "";
  try {
    const found = await passkey(form);
    form.elements.credential.value = JSON.stringify(found);
    form.submit();
  } catch {
    told.textContent = FOUT;
  }
}

if (kan) {
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.querySelector("[data-passkey-zonder]").hidden = true;
    const knop = form.querySelector("[data-passkey-knop]");
    knop.hidden = false;
    knop.addEventListener("click", () => vraag(form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      vraag(form);
    });
  }
}
