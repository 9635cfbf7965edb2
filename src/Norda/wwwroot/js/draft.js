// Keeps what is typed on the server a moment after the last letter, so that nothing is lost with the page.
const PAUSE = 1500;

for (const form of document.querySelectorAll("form[data-draft]")) {
  const state = form.querySelector("[data-draft-state]");
  let timer = 0, sending = null;

  async function keep() {
    sending?.abort();
    sending = new AbortController();
    const typed = new FormData(form);
    typed.delete("Form.Files"); // a draft is words
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body: typed, signal: sending.signal, headers: { Accept: "application/json" } });
      if (answer.ok) state.textContent = form.dataset.draftSaid.replace("{0}", (await answer.json()).at);
    } catch { /* no connection: the next letter tries again, and the form still has everything */ }
  }

  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(keep, PAUSE); });
  form.addEventListener("submit", () => { clearTimeout(timer); sending?.abort(); });
}
