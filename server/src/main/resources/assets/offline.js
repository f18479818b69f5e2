// The desk without a line: takes today along, works through its visits, signs them, and sends each when the line is back.
// What is typed is kept, encrypted, at once: a browser that dies loses nothing.

const { vault: vaultAt, check: checkAt, parts: partsAt } = document.querySelector("[data-offline]").dataset;
const { Vault, NoKey, meta, forget, remove, names, keepMeta, text64, bytes64 } = await import(vaultAt);
const { typed, read, compare, canonical, fields, iso } = await import(checkAt);
const { one, copy, fill, room, say, word, picture } = await import(partsAt);

const LOCK_AFTER = Number(one("[data-offline]").dataset.lockAfter);
const DAY = "day";
let vault = null;
let day = null;
let open = null;
let touched = Date.now();
let sending = false;
let waiting = false;

/** The server's clock, as far ahead of or behind this device's as it was when the day was taken along. */
let ahead = 0;
const now = () => Date.now() + ahead;

const digest = async (bytes) => text64(await crypto.subtle.digest("SHA-256", bytes));
const utf8 = (text) => new TextEncoder().encode(text);
const visitOf = (booking) => day.visits.find((visit) => visit.booking === booking);
const name = (booking) => `visit:${booking}`;
const done = async () => (await names()).filter((each) => each.startsWith("visit:"));

// ---- opening and closing -------------------------------------------------------------------------------------------

async function begin() {
  say();
  const held = await meta();
  ahead = held?.ahead ?? 0;
  if (held && now() >= Date.parse(held.ends_at)) return expire(held);
  room(held ? "locked" : "none");
  if (held) fill(one('[data-room="locked"]'), { title: held.title, town: held.town });
}

/** After its day nothing is shown any more; what was signed stays until it is sent. */
async function expire(held) {
  await remove(DAY);
  const signed = await done();
  if (!signed.length) await forget();
  else await keepMeta({ ...held, over: true });
  room(signed.length ? "locked" : "none");
  say("over");
}

async function takeAlong() {
  say();
  try {
    const start = await asked("/desk/offline/start");
    const { vault: made, seal } = await Vault.begin(JSON.parse(start.options));
    const taken = await asked("/desk/offline/day", new URLSearchParams({ _csrf: start.token }));
    await forget();
    vault = made;
    day = taken;
    await vault.put(DAY, day);
    ahead = Date.parse(day.taken_at) - Date.now() + 1000;
    await keepMeta({ ...seal, ahead, ends_at: day.ends_at, title: day.title, town: day.town });
    await list();
  } catch (error) {
    say(error instanceof NoKey ? "noKey" : error.name === "NotAllowedError" ? "notOpened" : error.message);
  }
}

async function unlock() {
  say();
  try {
    const held = await meta();
    vault = await Vault.unlock(held);
    day = (await vault.get(DAY)) ?? { visits: [], over: true, title: held.title, town: held.town };
    touched = Date.now();
    await list();
  } catch (error) {
    vault = null;
    say(error instanceof NoKey ? "noKey" : "notOpened");
  }
}

/** The key goes out of memory, and all it opened off the page. */
function lock() {
  vault = day = open = null;
  one("[data-visits]").replaceChildren();
  one("[data-visit]").replaceChildren();
  begin();
}

async function giveUp() {
  await forget();
  lock();
}

// ---- the visits of the day -----------------------------------------------------------------------------------------

async function list() {
  open = null;
  one("[data-visit]").replaceChildren();
  const rows = [];
  const unsent = [];
  const kept = new Map();
  for (const each of await done()) kept.set(each, await vault.get(each));
  for (const visit of day.visits) rows.push(row(visit, kept.get(name(visit.booking))));
  for (const held of kept.values()) {
    if (held.signed && !held.sent) unsent.push(held);
    if (day.over) rows.push(row(held.visit, held));
  }
  one("[data-visits]").replaceChildren(...rows);
  fill(one('[data-room="day"]'), { title: day.title, town: day.town, unsent: unsent.length ? String(unsent.length) : null });
  waiting = unsent.length > 0;
  one("[data-send]").hidden = !waiting;
  one("[data-give-up]").hidden = waiting;
  room("day");
}

function row(visit, held) {
  const state = held?.sent ?? (held?.signed ? "signed" : held ? "begun" : "expected");
  const part = fill(copy("row"), { time: visit.time, reference: visit.reference, state: word("state", state), note: held?.note ?? null });
  const button = one("button", part);
  button.hidden = Boolean(held?.signed);
  button.addEventListener("click", () => show(visit));
  fill(button, { of: visit.reference });
  return part;
}

// ---- one visit -----------------------------------------------------------------------------------------------------

async function show(visit) {
  open = (await vault.get(name(visit.booking))) ?? { visit, arrived: new Date(now()).toISOString(), said: {} };
  await vault.put(name(visit.booking), open);
  const part = fill(copy("visit"), { name: visit.name, latin: visit.latin, reference: visit.reference, time: visit.time });
  const form = one("form", part);
  one("[data-points]", part).replaceChildren(...(visit.points ?? []).map(point));
  for (const [field, said] of Object.entries(open.said)) set(form, field, said);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("submit", (event) => event.preventDefault());
  one("[data-photo]", part).addEventListener("change", (event) => photo(event.target.files[0], part));
  one("[data-confirm]", part).addEventListener("click", () => sign(form, false));
  one("[data-not-confirm]", part).addEventListener("click", () => sign(form, true));
  one("[data-back]", part).addEventListener("click", list);
  one("[data-visit]").replaceChildren(part);
  room("visit");
  shown(part);
}

/** Something the programme has officers look at. */
function point({ id, title }) {
  const part = fill(copy("point"), { title, of: title });
  const box = one("input", part);
  const why = one("select", part);
  const [ticked, because] = part.querySelectorAll("label");
  Object.assign(box, { name: `checked.${id}`, id: `checked.${id}` });
  Object.assign(why, { name: `because.${id}`, id: `because.${id}` });
  ticked.htmlFor = box.id;
  because.htmlFor = why.id;
  return part;
}

/** What was said of one: nothing, that it was checked, or why it could not be. */
const saidOf = ({ id }) => open.said[`because.${id}`] || (open.said[`checked.${id}`] ? "checked" : "");

function set(form, field, said) {
  const element = form.elements[field];
  if (element?.type === "checkbox") element.checked = true;
  else if (element instanceof RadioNodeList) element.value = said;
  else if (element) element.value = said;
}

async function keep(form) {
  touched = Date.now();
  open.said = Object.fromEntries([...new FormData(form)].filter(([, said]) => typeof said === "string"));
  shown(one("[data-visit]"));
  await vault.put(name(open.visit.booking), open);
}

async function photo(file, part) {
  if (!file) return;
  try {
    open.photo = text64(await (await picture(file)).arrayBuffer());
    await vault.put(name(open.visit.booking), open);
    shown(part);
  } catch {
    say("photo");
  }
}

/** What was declared beside what the passport says, as far as it is typed. */
function shown(part) {
  const lines = typed(open.said.lines ?? "");
  const mrz = read(lines);
  const compared = mrz.fault ? null : compare(open.visit.declared, mrz, new Date(now()));
  const rows = Object.keys(compared ?? open.visit.declared).map((field) => {
    const said = open.visit.declared[field];
    const declared = field === "number" ? `…${String(said ?? "").slice(-4)}` : field === "birth_date" && said ? iso(said) : Array.isArray(said) ? said.at(-1) : said ?? "";
    const found = compared?.[field];
    const line = fill(copy("field"), {
      field: word("field", field), declared, printed: found ? found.printed : null, result: found ? word("same", found.result) : null });
    line.classList.toggle("kith-differs", found?.result === "differs");
    return line;
  });
  one("[data-fields]", part).replaceChildren(...rows);
  const fault = one("[data-fault]", part);
  fault.hidden = !lines || !mrz.fault;
  if (mrz.fault) fault.textContent = word("fault", mrz.fault);
  one("[data-differences]", part).hidden = !differs(compared);
  const taken = one("[data-taken]", part);
  taken.hidden = !open.photo;
  if (open.photo) taken.src = URL.createObjectURL(new Blob([bytes64(open.photo)], { type: "image/jpeg" }));
}

const differs = (compared) => Boolean(compared) && Object.values(compared).some((each) => each.result === "differs");

// ---- signing -------------------------------------------------------------------------------------------------------

async function sign(form, not) {
  say();
  await keep(form);
  const lines = typed(open.said.lines ?? "");
  const mrz = read(lines);
  const compared = mrz.fault ? null : compare(open.visit.declared, mrz, new Date(now()));
  const missing = not ? (open.said.reason ? null : "reason") : lacks(mrz, compared);
  if (missing) return say(`missing.${missing}`);
  const lacking = not ? null : lackingPoint();
  if (lacking) return say(`missing.${saidOf(lacking) ? "secondWay" : "point"}`, lacking.title);

  const signed = await written(not, lines, compared);
  try {
    const shown = await navigator.credentials.get({
      publicKey: {
        challenge: await crypto.subtle.digest("SHA-256", utf8(signed)),
        rpId: (await meta()).rpId,
        allowCredentials: (await meta()).credentials.map((id) => ({ type: "public-key", id: bytes64(id) })),
        userVerification: "required",
        timeout: 300000,
      },
    });
    open.signed = { form: text64(utf8(signed)), credential: described(shown), lines: mrz.fault ? "" : lines };
    await vault.put(name(open.visit.booking), open);
    await list();
    if (navigator.onLine) await send();
  } catch {
    say("notSigned");
  }
}

function lacks(mrz, compared) {
  if (mrz.fault) return "lines";
  if (compared.expiry.printed && compared.expiry.printed < new Date(now()).toISOString().slice(0, 10)) return "expired";
  if (open.said.document !== "yes") return "document";
  if (open.said.face !== "yes") return "face";
  if (differs(compared) && !open.said.differences) return "differences";
  return open.photo ? null : "photo";
}

/** The first that nothing was said of, or that needs a colleague and another way. */
const lackingPoint = () =>
  (open.visit.points ?? []).find((each) => ["", "damaged", "person_cannot"].includes(saidOf(each)));

async function written(not, lines, compared) {
  const form = {
    version: 2,
    salt: text64(crypto.getRandomValues(new Uint8Array(32))),
    check: crypto.randomUUID(),
    application: open.visit.application,
    booking: open.visit.booking,
    centre: day.centre,
    officer: day.officer,
    day: day.id,
    at: new Date(now()).toISOString(),
    chip: false,
    fields: compared ? fields(compared) : {},
  };
  if (compared) form.lines = await digest(utf8(lines));
  if (open.photo) form.photo = await digest(bytes64(open.photo));
  if (not) form.not_confirmed = open.said.reason;
  else form.assurance = "substantial";
  for (const judged of ["document", "face"]) if (open.said[judged]) form[judged] = open.said[judged];
  if (differs(compared) && open.said.differences) form.differences = open.said.differences;
  const points = Object.fromEntries((open.visit.points ?? []).map((each) => [each.id, saidOf(each)]).filter(([, said]) => said));
  if (Object.keys(points).length) form.points = points;
  return canonical(form);
}

const described = (shown) => JSON.stringify({
  id: shown.id,
  rawId: text64(shown.rawId),
  type: shown.type,
  clientExtensionResults: {},
  response: {
    authenticatorData: text64(shown.response.authenticatorData),
    clientDataJSON: text64(shown.response.clientDataJSON),
    signature: text64(shown.response.signature),
  },
});

// ---- sending -------------------------------------------------------------------------------------------------------

/** Each visit for itself: one that cannot be sent keeps none of the others back. */
async function send(unasked = false) {
  if (!vault || open || sending) return;
  sending = true;
  try {
    if (!unasked) say();
    const start = await asked("/desk/offline/start");
    for (const each of await done()) await sendOne(each, start.token);
    await list();
  } catch (error) {
    if (!unasked || error.message !== "noLine") say(error.message);
  } finally {
    sending = false;
  }
}

async function sendOne(each, token) {
  const held = await vault.get(each);
  if (!held.signed || held.sent) return;
  try {
    const answer = await asked("/desk/offline/visits", parcel(held, token));
    Object.assign(held, { sent: answer.outcome, note: answer.outcome === "done" ? null : answer.text });
    // What the server has need not lie here as well.
    if (answer.outcome !== "refused") Object.assign(held, { photo: null, signed: true });
    await vault.put(each, held);
  } catch (error) {
    say(error.message);
  }
}

function parcel(held, token) {
  const form = new FormData();
  form.set("_csrf", token);
  form.set("form", held.signed.form);
  form.set("credential", held.signed.credential);
  form.set("lines", held.signed.lines);
  form.set("arrived", held.arrived);
  if (held.photo) form.set("photo", new Blob([bytes64(held.photo)], { type: "image/jpeg" }), "photo.jpg");
  return form;
}

/** Asks the server; an error's message is the key of the sentence that says what to do. */
async function asked(path, body) {
  let answer;
  try {
    answer = await fetch(path, body ? { method: "POST", body } : {});
  } catch {
    throw new Error("noLine");
  }
  if (answer.redirected || answer.status === 401 || answer.status === 403) throw new Error("signIn");
  if (!answer.ok) throw new Error("notSent");
  return answer.json();
}

// ---- the page ------------------------------------------------------------------------------------------------------

one("[data-take]").addEventListener("click", takeAlong);
one("[data-unlock]").addEventListener("click", unlock);
one("[data-lock]").addEventListener("click", lock);
one("[data-send]").addEventListener("click", () => send());
one("[data-give-up]").addEventListener("click", giveUp);
for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => { touched = Date.now(); });
addEventListener("online", () => send(true));
// Browsers do not always notice that the line is back.
setInterval(() => { if (waiting) send(true); }, 10000);
setInterval(async () => {
  if (vault && Date.now() - touched > LOCK_AFTER) lock();
  const held = await meta();
  if (held && !held.over && now() >= Date.parse(held.ends_at)) lock();
}, 5000);

if (navigator.serviceWorker && navigator.onLine)
  navigator.serviceWorker.register("/desk/offline/worker.js", { scope: "/desk/offline" })
    .then(() => navigator.serviceWorker.ready).then(() => { document.documentElement.dataset.kept = "yes"; });
await begin();
document.documentElement.dataset.ready = "yes";
