// Keys on P-256 in Node's own cryptography, found by their thumbprint (RFC 7638).
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'

const kept = new Map()

export const thumbprint = ({ crv, kty, x, y }) =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')

const publicPart = ({ kty, crv, x, y }) => ({ kty, crv, x, y })

export function makeKey() {
  return keep(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }))
}

/** Keeps a private key, and gives back its public part. */
export function keep(jwk) {
  kept.set(thumbprint(jwk), createPrivateKey({ key: jwk, format: 'jwk' }))
  return publicPart(jwk)
}

/** ES256 (RFC 7518, 3.4). */
export function signBytes(publicJwk, bytes) {
  const key = kept.get(thumbprint(publicJwk))
  if (!key) throw new Error('there is no such key')
  return sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })
}

export function verifyBytes(publicJwk, bytes, signature) {
  const key = createPublicKey({ key: publicPart(publicJwk), format: 'jwk' })
  return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

const encoded = (part) => Buffer.from(JSON.stringify(part)).toString('base64url')

export function signJwt(publicJwk, header, payload) {
  const signed = `${encoded(header)}.${encoded(payload)}`
  return `${signed}.${signBytes(publicJwk, Buffer.from(signed)).toString('base64url')}`
}
