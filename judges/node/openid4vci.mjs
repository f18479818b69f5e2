// A wallet of @openid4vc/openid4vci: `node openid4vci.mjs` for the release, `node openid4vci.mjs next` for what comes.
import { createHash, randomBytes } from 'node:crypto'
import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK } from 'jose'
import { serve, visit } from './jobs.mjs'
import { makeKey, signJwt, verifyBytes } from './keys.mjs'
import { attest } from './provider.mjs'

const next = process.argv[2] === 'next'
const { Openid4vciClient } = await import(next ? 'openid4vci-next' : '@openid4vc/openid4vci')
const { Oauth2Client, clientAuthenticationAnonymous, clientAuthenticationClientAttestationJwt } = await import(
  next ? 'openid4vc-oauth2-next' : '@openid4vc/oauth2'
)

class Wallet {
  constructor(job) {
    this.job = job
    this.dpop = { signer: { method: 'jwk', alg: 'ES256', publicJwk: makeKey() } }
    const callbacks = {
      fetch: (url, init) => this.fetch(url, init),
      hash: (data, alg) => createHash(alg.replace('-', '')).update(data).digest(),
      generateRandom: (length) => randomBytes(length),
      signJwt: (signer, { header, payload }) => ({
        jwt: signJwt(signer.publicJwk, header, payload),
        signerJwk: signer.publicJwk
      }),
      verifyJwt: (signer, { compact }) => {
        const [header, payload, signature] = compact.split('.')
        const verified = verifyBytes(
          signer.publicJwk, Buffer.from(`${header}.${payload}`), Buffer.from(signature, 'base64url'))
        return verified ? { verified, signerJwk: signer.publicJwk } : { verified }
      },
      encryptJwe: () => { throw new Error('a wallet of this library encrypts nothing') },
      decryptJwe: async (jwe) => {
        const { plaintext } = await compactDecrypt(jwe, this.decryption)
        this.decrypted = true
        return { decrypted: true, payload: new TextDecoder().decode(plaintext) }
      }
    }
    callbacks.clientAuthentication = job.provider
      ? clientAuthenticationClientAttestationJwt({
          callbacks,
          clientAttestationJwt: attest(job.provider, job.clientId, makeKey())
        })
      : clientAuthenticationAnonymous()
    this.client = new Openid4vciClient({ callbacks })
    this.oauth = new Oauth2Client({ callbacks })
  }

  /** The library encrypts no request (OpenID4VCI 1.0, 10), so that is done on the way out. */
  async fetch(url, init) {
    const about = this.issuerMetadata?.credentialIssuer
    if (!this.job.encrypt || ![about?.credential_endpoint, about?.deferred_credential_endpoint].includes(String(url)))
      return fetch(url, init)
    const encryption = about.credential_request_encryption
    const jwk = encryption.jwks.keys[0]
    const body = await new CompactEncrypt(new TextEncoder().encode(init.body))
      .setProtectedHeader({ alg: jwk.alg, enc: encryption.enc_values_supported[0], kid: jwk.kid })
      .encrypt(await importJWK(jwk, jwk.alg))
    const headers = new Headers(init.headers)
    headers.set('Content-Type', 'application/jwt')
    return fetch(url, { ...init, headers, body })
  }

  async authorize() {
    const { job, client } = this
    const offer = job.offer
      ? await client.resolveCredentialOffer(job.offer)
      : {
          // What a wallet knows that begins by itself.
          credential_issuer: job.issuer,
          credential_configuration_ids: [job.configuration],
          grants: { authorization_code: {} }
        }
    this.issuerMetadata = await client.resolveIssuerMetadata(offer.credential_issuer)
    this.authorizationServerMetadata = this.issuerMetadata.authorizationServers[0]
    this.token =
      job.flow === 'pre-authorized' ? await this.#byPin(offer) : await this.#byBrowser(offer)
    this.first = this.token.access_token
  }

  async #byPin(offer) {
    const { accessTokenResponse } = await this.client.retrievePreAuthorizedCodeAccessTokenFromOffer({
      credentialOffer: offer,
      issuerMetadata: this.issuerMetadata,
      txCode: this.job.pin,
      dpop: this.dpop
    })
    return accessTokenResponse
  }

  async #byBrowser(offer) {
    const { job, client, issuerMetadata, authorizationServerMetadata } = this
    const configuration = issuerMetadata.credentialIssuer.credential_configurations_supported[job.configuration]
    const { authorizationRequestUrl, pkce } = await client.initiateAuthorization({
      clientId: job.clientId,
      issuerMetadata,
      credentialOffer: offer,
      scope: configuration.scope,
      redirectUri: job.redirectUri,
      dpop: this.dpop
    })
    const { code } = client.parseAndVerifyAuthorizationResponseRedirectUrl({
      url: await visit(authorizationRequestUrl),
      authorizationServerMetadata
    })
    const { accessTokenResponse } = await client.retrieveAuthorizationCodeAccessTokenFromOffer({
      issuerMetadata,
      credentialOffer: offer,
      authorizationCode: code,
      pkceCodeVerifier: pkce.codeVerifier,
      redirectUri: job.redirectUri,
      dpop: this.dpop
    })
    return accessTokenResponse
  }

  async refresh() {
    const { accessTokenResponse } = await this.oauth.retrieveRefreshTokenAccessToken({
      authorizationServerMetadata: this.authorizationServerMetadata,
      refreshToken: this.token.refresh_token,
      dpop: this.dpop
    })
    this.token = accessTokenResponse
  }

  async receive() {
    const { job, client, issuerMetadata } = this
    const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata })
    const keys = Array.from({ length: job.keys ?? 1 }, makeKey)
    const jwt = await Promise.all(keys.map(async (publicJwk) => {
      const proof = await client.createCredentialRequestJwtProof({
        issuerMetadata,
        credentialConfigurationId: job.configuration,
        signer: { method: 'jwk', alg: 'ES256', publicJwk },
        nonce,
        clientId: job.flow === 'pre-authorized' && !job.provider ? undefined : job.clientId
      })
      return proof.jwt
    }))
    const request = {
      issuerMetadata,
      accessToken: this.token.access_token,
      credentialConfigurationId: job.configuration,
      proofs: { jwt },
      dpop: this.dpop,
      ...(job.encrypt ? { credentialResponseEncryption: await this.#responseEncryption() } : {})
    }
    let answer = (await client.retrieveCredentials(request)).credentialResponse
    const deferred = answer.transaction_id !== undefined
    if (deferred) {
      await visit('deferred')
      answer = (await client.retrieveDeferredCredentials({
        ...request, transactionId: answer.transaction_id
      })).deferredCredentialResponse
    }
    if (answer.notification_id && job.notify) {
      await client.sendNotification({
        issuerMetadata,
        accessToken: this.token.access_token,
        notification: { notificationId: answer.notification_id, event: 'credential_accepted' },
        dpop: this.dpop
      })
    }
    return {
      credentials: answer.credentials.map((one) => one.credential),
      keys,
      deferred,
      notified: Boolean(answer.notification_id && job.notify),
      encrypted: Boolean(this.decrypted),
      refreshed: this.token.access_token !== this.first
    }
  }

  async #responseEncryption() {
    const offered = this.issuerMetadata.credentialIssuer.credential_response_encryption
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256' })
    this.decryption = privateKey
    const jwk = { ...(await exportJWK(publicKey)), kid: 'wallet', use: 'enc', alg: 'ECDH-ES' }
    return { jwk, alg: 'ECDH-ES', enc: offered.enc_values_supported[0] }
  }
}

await serve(async (job) => {
  const wallet = new Wallet(job)
  await wallet.authorize()
  if (job.refresh) await wallet.refresh()
  return await wallet.receive()
})
