// A checker of @sd-jwt/sd-jwt-vc, which knows the card's and the list's issuers by the certificates it was told to trust.
import { X509Certificate } from 'node:crypto'
import { digest, generateSalt } from '@sd-jwt/crypto-nodejs'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { serve } from './jobs.mjs'
import { verifyBytes } from './keys.mjs'

await serve(async (job) => {
  const checker = new SDJwtVcInstance({
    hasher: digest,
    hashAlg: 'sha-256',
    saltGenerator: generateSalt,
    verifier: (data, signature) => signed(jwtKey(job.check), data, signature),
    statusVerifier: (data, signature) => signed(jwtKey(data), data, signature)
  })
  const { payload } = await checker.verify(job.check)
  return { key: payload.cnf.jwk }

  /** The key of a JWT's first certificate, if one that is trusted signed it, or it is trusted itself. */
  function jwtKey(jwt) {
    const { x5c } = JSON.parse(Buffer.from(jwt.split('.')[0], 'base64url'))
    const certificate = new X509Certificate(Buffer.from(x5c[0], 'base64'))
    const roots = job.trusted.map((pem) => new X509Certificate(pem))
    if (!roots.some((root) => certificate.verify(root.publicKey))) throw new Error('nobody trusted signed it')
    return certificate.publicKey.export({ format: 'jwk' })
  }
})

function signed(key, data, signature) {
  return verifyBytes(key, Buffer.from(data), Buffer.from(signature, 'base64url'))
}
