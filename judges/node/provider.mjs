// The maker of the wallet, who attests its instances (OAuth 2.0 Attestation-Based Client Authentication).
import { keep, signJwt } from './keys.mjs'

/**
 * @param provider of the job: private key as `jwk`, certificates as `x5c`, name as `iss`
 * @param instance the wallet's own public key
 */
export function attest(provider, clientId, instance) {
  const key = keep(provider.jwk)
  const now = Math.floor(Date.now() / 1000)
  const header = { typ: 'oauth-client-attestation+jwt', alg: 'ES256' }
  if (provider.x5c) header.x5c = provider.x5c
  if (provider.kid) header.kid = provider.kid
  return signJwt(key, header, {
    iss: provider.iss,
    sub: clientId,
    iat: now,
    exp: now + 3600,
    cnf: { jwk: instance }
  })
}
