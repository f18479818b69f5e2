// What a registrar's device holds: encrypted with a key that only their passkey brings back (WebAuthn level 3 §10.1.4,
// prf), and that is never stored. Without the passkey there is nothing to read.

const DATABASE = "kith-desk";
const STORE = "held";
const META = "meta";

const bytes = (text) => Uint8Array.from(
  atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));

export const text64 = (buffer) => {
  let binary = "";
  for (const byte of new Uint8Array(buffer)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

export const bytes64 = bytes;

/** The passkey here gives no key: no day can be taken along. */
export class NoKey extends Error {}

let opened = null;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

/** Answers when it is on the disk, not when it is on its way. */
async function within(mode, act) {
  const held = (await database()).transaction(STORE, mode, { durability: "strict" });
  return new Promise((resolve, reject) => {
    const asked = act(held.objectStore(STORE));
    held.oncomplete = () => resolve(asked.result);
    held.onerror = held.onabort = () => reject(held.error);
  });
}

const read = (name) => within("readonly", (store) => store.get(name));
const write = (name, value) => within("readwrite", (store) => store.put(value, name));

/** What can be read without the passkey: until when, and which passkey opens it. */
export const meta = () => read(META);

export const forget = () => within("readwrite", (store) => store.clear());

export const remove = (name) => within("readwrite", (store) => store.delete(name));

export const names = async () =>
  (await within("readonly", (store) => store.getAllKeys())).filter((name) => name !== META);

/** Asks the passkey for its secret to this salt, and makes the key of it. */
async function key(salt, options) {
  const shown = await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      rpId: options.rpId,
      allowCredentials: options.credentials.map((id) => ({ type: "public-key", id: bytes(id) })),
      userVerification: "required",
      timeout: 300000,
      extensions: { prf: { eval: { first: bytes(salt) } } },
    },
  });
  const secret = shown.getClientExtensionResults().prf?.results?.first;
  if (!secret) throw new NoKey();
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const derived = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: bytes(salt), info: new TextEncoder().encode("kith desk offline") },
    material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  return { key: derived, credential: text64(shown.rawId) };
}

/** Holds what it is given under a new key. What it held before is gone. */
export class Vault {
  #key;

  constructor(key) {
    this.#key = key;
  }

  static async begin(options) {
    const salt = text64(crypto.getRandomValues(new Uint8Array(32)));
    const made = await key(salt, {
      rpId: options.rpId,
      credentials: options.allowCredentials.map((each) => each.id),
    });
    return { vault: new Vault(made.key), seal: { salt, rpId: options.rpId, credentials: [made.credential] } };
  }

  static async unlock(meta) {
    return new Vault((await key(meta.salt, meta)).key);
  }

  async put(name, value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    const sealed = await crypto.subtle.encrypt(this.#with(iv, name), this.#key, plain);
    await write(name, { iv, sealed });
  }

  async get(name) {
    const held = await read(name);
    if (!held) return null;
    const plain = await crypto.subtle.decrypt(this.#with(held.iv, name), this.#key, held.sealed);
    return JSON.parse(new TextDecoder().decode(plain));
  }

  #with(iv, name) {
    return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) };
  }
}

export const keepMeta = (value) => write(META, value);
