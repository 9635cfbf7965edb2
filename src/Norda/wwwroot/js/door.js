// Lets people in with and without a connection: what was shown is noted here first, and sent when there is a way.
const door = document.querySelector("[data-door]"), said = door.dataset;
const people = [...door.querySelectorAll("[data-person]")];
const KEY = `norda-wejscie-${said.door}`;
const EVERY = 15000, AT_ONCE = 100;

const queue = () => JSON.parse(localStorage.getItem(KEY) ?? "[]");
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, n) => values[n]);
const hour = at => new Date(at).toLocaleTimeString("pl-PL", { hour: "numeric", minute: "2-digit", timeZone: "Europe/Warsaw" });
const find = id => people.find(p => p.dataset.person === String(id));

function keep(items) {
  localStorage.setItem(KEY, JSON.stringify(items));
  tell();
}

function tell(expired = false) {
  const waiting = queue().length;
  door.querySelector("[data-state]").textContent = waiting ? fill(expired ? said.expired : said.waiting, waiting) : said.sent;
  door.querySelector("[data-entered]").textContent = people.filter(p => p.dataset.at).length;
}

function answer(kind, title, text) {
  const box = door.querySelector("[data-answer]");
  box.className = `door-answer is-${kind}`;
  box.querySelector("b").textContent = title;
  box.querySelector("span").textContent = text;
  navigator.vibrate?.(kind === "ok" ? 80 : [80, 60, 80]);
}

function mark(person, at, by) {
  if (!person) return;
  [person.dataset.at, person.dataset.by] = [at, by ?? ""];
  const badge = person.querySelector("[data-in]");
  badge.textContent = hour(at);
  badge.hidden = false;
  person.querySelector("button").hidden = true;
}

function admit(person) {
  if (!person) return answer("warn", said.unknown, said.unknownAbout);
  const { name, seats, status, word, at, by } = person.dataset;
  if (status !== "Confirmed") return answer("warn", name, fill(said.unconfirmed, word));
  if (at) return answer("bad", name, fill(said.used, hour(at), by));
  const now = new Date().toISOString();
  mark(person, now, said.me);
  keep([...queue(), { attendee: Number(person.dataset.person), nonce: crypto.randomUUID(), at: now }]);
  answer("ok", name, Number(seats) > 1 ? fill(said.okMany, seats) : said.ok);
  send();
}

let sending = false;
async function send() {
  if (sending || !navigator.onLine) return;
  sending = true;
  try {
    const reply = await fetch(said.send, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(queue().slice(0, AT_ONCE)) });
    if (!reply.ok || reply.redirected) return tell(true);
    const { answers, entered } = await reply.json();
    const done = new Set(answers.map(a => a.nonce));
    keep(queue().filter(item => !done.has(item.nonce)));
    entered.forEach(e => mark(find(e.attendee), e.at, e.by));
    for (const late of answers.filter(a => a.verdict === "used")) answer("bad", late.name, fill(said.used, hour(late.at), late.by));
    tell();
  } catch { /* no connection after all: the next turn tries again */ } finally {
    sending = false;
  }
}

/** By the letters of a ticket, from the camera or typed. */
export const show = code => admit(people.find(p => p.dataset.code === code.toUpperCase().replace(/[^0-9A-Z]/g, "")));

if ("randomUUID" in crypto) {
  door.addEventListener("submit", e => {
    if (e.target.matches("[data-search-form]")) return e.preventDefault();
    e.preventDefault();
    e.stopPropagation();
    if (e.submitter?.name === "osoba") return admit(find(e.submitter.value));
    const field = e.target.querySelector("[name=kod]");
    show(field.value);
    field.value = "";
  }, true);
  door.querySelector("[data-search-form] input").addEventListener("input", e => {
    const sought = e.target.value.toLowerCase();
    people.forEach(p => { p.hidden = !p.dataset.name.toLowerCase().includes(sought); });
  });
  queue().forEach(item => mark(find(item.attendee), item.at, said.me));
  tell();
  addEventListener("online", send);
  setInterval(send, EVERY);
  send();
  document.addEventListener("ticket", e => show(e.detail));
  navigator.serviceWorker?.ready.then(worker => worker.active.postMessage({ keepDoor: location.pathname }));
}
