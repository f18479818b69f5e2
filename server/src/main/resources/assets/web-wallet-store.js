// What this browser keeps of cards: a copy each with its keys, by the mark of its holder. Private keys are made so that
// no script can read them, this one neither; they can only be used, here.

const DATABASE = "kith-wallet";
const STORE = "cards";

/** Whoever only looks makes nothing: null where nothing is kept. */
function opened(mode) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    const isNone = () => mode === "readonly" && asked.error?.name === "AbortError";
    asked.onupgradeneeded = () => (mode === "readonly" ? asked.transaction.abort() : asked.result.createObjectStore(STORE));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => (isNone() ? resolve(null) : reject(asked.error));
  });
}

/** Answers when it is on the disk. */
async function within(mode, act) {
  const database = await opened(mode);
  if (!database) return undefined;
  const held = database.transaction(STORE, mode, { durability: "strict" });
  return new Promise((resolve, reject) => {
    const asked = act(held.objectStore(STORE));
    held.oncomplete = () => resolve(asked.result);
    held.onerror = held.onabort = () => reject(held.error);
  }).finally(() => database.close());
}

export const all = async () => (await within("readonly", (store) => store.getAll())) ?? [];

export const put = (card) => within("readwrite", (store) => store.put(card, card.mark));

export const remove = (mark) => within("readwrite", (store) => store.delete(mark));

/** Two tabs do one thing after the other. */
export const alone = (act) => (navigator.locks ? navigator.locks.request(DATABASE, act) : act());

/** Tells the server, while there is a session and a line, that a wallet is no more. Whether or not, it goes from here. */
export async function tell(card, token) {
  const body = new URLSearchParams({ refresh_token: card.refresh, _csrf: token });
  await fetch("/card/wallet/forget", { method: "POST", body, keepalive: true, signal: AbortSignal.timeout(4000) }).catch(() => {});
}

/** Nothing is left: no key, no copy, no kept page. */
export async function wipe() {
  await new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(DATABASE);
    asked.onsuccess = asked.onerror = asked.onblocked = resolve;
  });
  localStorage.removeItem("kith-wallet-ahead");
  for (const name of await caches.keys()) if (name.startsWith("kith-wallet-")) await caches.delete(name);
  for (const each of (await navigator.serviceWorker?.getRegistrations()) ?? [])
    if (new URL(each.scope).pathname === "/card/wallet") await each.unregister();
}
