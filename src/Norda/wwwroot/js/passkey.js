// Keys of the device (WebAuthn): fills the form that stands there anyway. Without this file the password and the codes remain.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) continue;
  form.hidden = false;
  const answer = form.elements["Form.Credential"], error = form.querySelector("[role=alert]");

  form.addEventListener("submit", async e => {
    if (answer.value) return;
    e.preventDefault();
    const button = e.submitter, options = JSON.parse(form.dataset.options);
    error.hidden = true;
    try {
      const key = form.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      answer.value = JSON.stringify(key);
      form.requestSubmit(button);
    } catch { // turned away by the person, the device or the address
      error.textContent = form.dataset.refused;
      error.hidden = false;
    }
  });
}
