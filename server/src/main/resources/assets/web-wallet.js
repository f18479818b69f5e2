// The card in this browser: fetched as every wallet fetches it, kept for when there is no line, renewed while there is one.

const root = document.querySelector("[data-web-wallet]");
const { store: storeAt, issuer: issuerAt, parts: partsAt, issuerAddress } = root.dataset;
const { all, put, remove, alone, tell, wipe } = await import(storeAt);
const { Issuer, Refused, NoLine, freshKey, thumbprint, read } = await import(issuerAt);
const { one, copy, fill, room, say, word } = await import(partsAt);

const LANGUAGE = document.documentElement.lang;
const SHORT = LANGUAGE.split("-")[0];
const AGAIN = 10 * 60 * 1000;
const A_WHILE = 60 * 1000;
let looked = 0;

/** The server's clock, as far ahead of this device's or behind it as it was when they last spoke. */
let ahead = Number(localStorage.getItem("kith-wallet-ahead") ?? 0);
const now = () => Date.now() + ahead;
const issuer = new Issuer(issuerAddress, now);

/** Who is signed in, and whether a copy could be fetched; null without a line. */
let state = null;

async function ask() {
  try {
    const answer = await fetch("/card/wallet/state", { cache: "no-store" });
    if (!answer.ok) return null;
    const said = await answer.json();
    ahead = Date.parse(said.now) - Date.now();
    localStorage.setItem("kith-wallet-ahead", ahead);
    return said;
  } catch {
    return null;
  }
}

// ---- fetching ------------------------------------------------------------------------------------------------------

async function add() {
  say();
  const button = one("[data-add]");
  button.disabled = true;
  try {
    await alone(fetchFirst);
    navigator.storage?.persist?.();
    keepPage();
  } catch (error) {
    say(error instanceof NoLine ? "noLine" : "notAdded");
  } finally {
    button.disabled = false;
  }
  await show();
}

async function fetchFirst() {
  if ((await all()).some((card) => card.mark === state.holder)) return;
  const key = await freshKey();
  const body = new URLSearchParams({ key: await thumbprint(key), _csrf: state.token });
  const answer = await fetch("/card/wallet/offer", { method: "POST", body }).catch(() => { throw new NoLine(); });
  if (!answer.ok) throw new Refused(String(answer.status));
  const offer = await answer.json();
  const tokens = await issuer.redeem(offer, key);
  const card = { mark: state.holder, key, refresh: tokens.refresh_token, configuration: offer.credential_configuration_id };
  await fetched(card, tokens.access_token, true);
}

/** What is new is on the disk before anything else happens. */
async function fetched(card, token, withCopy) {
  if (withCopy) {
    const { credential, bound } = await issuer.copy(token, card.key, card.configuration);
    Object.assign(card, { credential, bound, takenAt: now(), endsAt: read(credential).endsAt });
  }
  card.code = await issuer.code(token, card.key);
  card.stands = true;
  await put(card);
}

/** Half its life before it ends. */
const isDue = (card) => Date.parse(card.endsAt) - now() < (Date.parse(card.endsAt) - card.takenAt) / 2;

async function renew() {
  for (const { mark } of await all()) await alone(() => renewOne(mark));
}

async function renewOne(mark) {
  const card = (await all()).find((each) => each.mark === mark);
  if (!card) return;
  try {
    // The code is asked for each time: it may have been ended elsewhere, and so may the card.
    const { access_token: token } = await issuer.refresh(card.refresh, card.key);
    await fetched(card, token, isDue(card));
  } catch (error) {
    if (!(error instanceof Refused)) return;
    // Removed by its holder, or not come for long: what is here counts no more.
    if (error.message === "invalid_grant") await gone(mark);
    else if (error.message === "credential_request_denied") await put({ ...card, stands: false });
  }
}

async function gone(mark) {
  await remove(mark);
  say("removed");
}

async function forget(card) {
  if (state?.token) await tell(card, state.token);
  await alone(() => remove(card.mark));
  if (!(await all()).length) await wipe();
  await show();
}

// ---- showing -------------------------------------------------------------------------------------------------------

async function show() {
  const cards = await all();
  one("[data-cards]").replaceChildren(...cards.map(face));
  const own = state?.holder && cards.some((card) => card.mark === state.holder);
  for (const add of document.querySelectorAll("[data-if]")) add.hidden = true;
  const lacks = !state ? "offline" : !state.open ? "closed" : !state.holder ? "stranger" : !state.active ? "inactive" : "add";
  if (!own) for (const each of document.querySelectorAll(`[data-if="${lacks}"]`)) each.hidden = cards.length > 0 && lacks !== "add";
  enter(cards.length ? "cards" : "none");
}

/** Whoever is there already is not called to the heading again. */
function enter(name) {
  if (one("[data-room]:not([hidden])").dataset.room !== name) room(name);
}

function face(card) {
  const { claims } = read(card.credential);
  const part = copy("card");
  const lasts = Date.parse(card.code.ends_at) > now();
  const valid = Date.parse(card.endsAt) > now();
  drawn(one("svg", part), card.code);
  one("[data-code]", part).hidden = !lasts || !card.stands;
  one("[data-over]", part).hidden = lasts || !card.stands;
  one("[data-inactive]", part).hidden = card.stands;
  fill(part, { code_made: moment(card.code.made_at), code_ends: moment(card.code.ends_at), copy_ends: day(card.endsAt) });
  one("[data-copy]", part).hidden = !valid;
  for (const row of part.querySelectorAll("[data-claim]")) {
    const value = claims[row.dataset.claim];
    row.hidden = value === undefined;
    if (value !== undefined) one("dd", row).replaceChildren(fact(row.dataset.says || value));
  }
  const portrait = one("[data-portrait]", part);
  const picture = claims[portrait?.dataset.portrait];
  if (typeof picture === "string" && picture.startsWith("data:image/jpeg;base64,"))
    Object.assign(portrait, { src: picture, hidden: false });
  one("[data-forget]", part).addEventListener("click", () => sure(part, true));
  one("[data-keep]", part).addEventListener("click", () => sure(part, false));
  one("[data-forget-sure]", part).addEventListener("click", () => forget(card));
  return part;
}

function sure(part, asked) {
  one("[data-sure]", part).hidden = !asked;
  one("[data-forget]", part).hidden = asked;
  one(asked ? "[data-forget-sure]" : "[data-forget]", part).focus();
}

function fact(value) {
  const text = value === true || value === false ? word("is", String(value))
    : /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : String(value);
  const part = document.createElement("bdi");
  part.textContent = text;
  return part;
}

function drawn(svg, code) {
  const side = code.size + 2 * code.quiet;
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
  const path = one("path", svg);
  path.setAttribute("d", code.path);
  path.setAttribute("transform", `translate(${code.quiet} ${code.quiet})`);
}

/** A day has no zone. */
const day = (text) => new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long", timeZone: text.length > 10 ? undefined : "UTC" }).format(new Date(text));
const moment = (text) => new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long", timeStyle: "short" }).format(new Date(text));

// ---- the page ------------------------------------------------------------------------------------------------------

function keepPage() {
  return navigator.serviceWorker?.register(`/card/wallet/worker.js?lang=${SHORT}`, { scope: "/card/wallet" })
    .then(() => navigator.serviceWorker.ready)
    .then(() => { document.documentElement.dataset.kept = "yes"; });
}

/** Looks whether there is a line, and what is to be renewed. */
async function look() {
  looked = Date.now();
  state = await ask();
  if (state) await renew();
  // Nobody who is being asked something is interrupted.
  if (!one("[data-sure]:not([hidden])", one("[data-cards]"))) await show();
}

if (!globalThis.crypto?.subtle || !globalThis.indexedDB) room("unable");
else {
  one("[data-add]").addEventListener("click", add);
  addEventListener("online", look);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - looked > A_WHILE) look();
  });
  setInterval(look, AGAIN);
  // What is kept shows at once, whatever the line.
  if ((await all()).length) await show();
  await look();
  if (state && (await all()).length) keepPage()?.catch(() => {});
}
document.documentElement.dataset.ready = "yes";
