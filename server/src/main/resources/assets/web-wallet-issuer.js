// Fetches copies from the issuer as every wallet does: OpenID4VCI 1.0 with a pre-authorized code, DPoP (RFC 9449), and a
// proof of the key that the copy is bound to.

const PRE_AUTHORIZED = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
const ECDSA = { name: "ECDSA", namedCurve: "P-256" };

const text64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const utf8 = (text) => new TextEncoder().encode(text);
const digest = async (text) => text64(await crypto.subtle.digest("SHA-256", utf8(text)));

/** What the issuer does not give, by the specification's own word for it. */
export class Refused extends Error {}

/** There is no line. */
export class NoLine extends Error {}

/** A key pair whose private half no script can read. */
export const freshKey = () => crypto.subtle.generateKey(ECDSA, false, ["sign"]);

async function publicJwk(pair) {
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  return { kty, crv, x, y };
}

/** RFC 7638: the members in this order. */
export async function thumbprint(pair) {
  const { kty, crv, x, y } = await publicJwk(pair);
  return digest(JSON.stringify({ crv, kty, x, y }));
}

async function signed(pair, typ, claims) {
  const header = { typ, alg: "ES256", jwk: await publicJwk(pair) };
  const input = `${text64(utf8(JSON.stringify(header)))}.${text64(utf8(JSON.stringify(claims)))}`;
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, utf8(input));
  return `${input}.${text64(signature)}`;
}

export class Issuer {
  #nonce = null;

  /**
   * @param address of the issuer, as it calls itself
   * @param now     the time there, in milliseconds
   */
  constructor(address, now) {
    this.address = address;
    this.now = now;
  }

  #seconds = () => Math.floor(this.now() / 1000);

  /** Asks, with a proof of the key; once more where the proof lacked a nonce of theirs. */
  async #ask(path, key, { token, type, body }) {
    for (let tries = 0; ; tries++) {
      const headers = { Accept: "application/json", "DPoP": await this.#proof(path, key, token) };
      if (type) headers["Content-Type"] = type;
      if (token) headers.Authorization = `DPoP ${token}`;
      const answer = await fetch(path, { method: "POST", headers, body, credentials: "omit", cache: "no-store" })
        .catch(() => { throw new NoLine(); });
      this.#nonce = answer.headers.get("DPoP-Nonce") ?? this.#nonce;
      if (answer.ok) return answer.json();
      const { error } = await answer.json().catch(() => ({ error: String(answer.status) }));
      if (error !== "use_dpop_nonce" || tries > 1) throw answer.status >= 500 ? new NoLine() : new Refused(error);
    }
  }

  async #proof(path, key, token) {
    const claims = { jti: crypto.randomUUID(), htm: "POST", htu: this.address + path, iat: this.#seconds() };
    if (this.#nonce) claims.nonce = this.#nonce;
    if (token) claims.ath = await digest(token);
    return signed(key, "dpop+jwt", claims);
  }

  #token(key, form) {
    return this.#ask("/wallet/token", key, {
      type: "application/x-www-form-urlencoded", body: new URLSearchParams(form).toString() });
  }

  /** @returns tokens for an offer */
  redeem(offer, key) {
    return this.#token(key, {
      grant_type: PRE_AUTHORIZED, "pre-authorized_code": offer["pre-authorized_code"], tx_code: offer.tx_code });
  }

  /** @returns another access token */
  refresh(token, key) {
    return this.#token(key, { grant_type: "refresh_token", refresh_token: token });
  }

  /** @returns a copy, bound to a key that no other copy is bound to */
  async copy(token, key, configuration) {
    const bound = await freshKey();
    const given = await fetch("/wallet/nonce", { method: "POST", credentials: "omit" }).catch(() => { throw new NoLine(); });
    const { c_nonce } = await given.json();
    const proof = await signed(bound, "openid4vci-proof+jwt", { aud: this.address, iat: this.#seconds(), nonce: c_nonce });
    const answer = await this.#ask("/wallet/credential", key, {
      token, type: "application/json",
      body: JSON.stringify({ credential_configuration_id: configuration, proofs: { jwt: [proof] } }) });
    return { credential: answer.credentials[0].credential, bound };
  }

  /** @returns the code that the page which checks cards reads */
  code(token, key) {
    return this.#ask("/wallet/code", key, { token });
  }
}

/** What an SD-JWT says: what always stands in it, and what its disclosures open (RFC 9901). */
export function read(credential) {
  const [jwt, ...parts] = credential.split("~");
  const json = (text) => JSON.parse(new TextDecoder().decode(
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0))));
  const payload = json(jwt.split(".")[1]);
  const claims = { ...payload };
  for (const part of parts.filter(Boolean)) {
    const [, name, value] = json(part);
    claims[name] = value;
  }
  return { claims, endsAt: new Date(payload.exp * 1000).toISOString() };
}
