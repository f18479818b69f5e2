// A wallet of @credo-ts/openid4vc, with its storage in memory and its keys in Node's own cryptography.
import { EventEmitter } from 'node:events'
import { randomBytes, randomUUID } from 'node:crypto'
import { Agent, ConsoleLogger, InjectionSymbols, Kms, LogLevel, Mdoc, MdocApi, X509Module } from '@credo-ts/core'
import { OpenId4VcModule } from '@credo-ts/openid4vc'
import { serve, visit } from './jobs.mjs'
import { makeKey, signBytes, verifyBytes } from './keys.mjs'
import { attest } from './provider.mjs'

/** Keys by their id, ES256 only. */
class Keys {
  backend = 'node'
  kept = new Map()

  isOperationSupported(_context, { operation, algorithm, type }) {
    if (operation === 'sign' || operation === 'verify') return algorithm === 'ES256'
    if (operation === 'createKey') return type.crv === 'P-256'
    return operation === 'randomBytes' || operation === 'deleteKey'
  }
  async getPublicKey(_context, keyId) {
    return this.kept.get(keyId) ?? null
  }
  async createKey(_context, { keyId = randomUUID() }) {
    const publicJwk = { ...makeKey(), kid: keyId }
    this.kept.set(keyId, publicJwk)
    return { keyId, publicJwk }
  }
  async deleteKey(_context, { keyId }) {
    return this.kept.delete(keyId)
  }
  async sign(_context, { keyId, data }) {
    return { signature: new Uint8Array(signBytes(this.kept.get(keyId), data)) }
  }
  async verify(_context, { key, data, signature }) {
    const publicJwk = key.publicJwk ?? this.kept.get(key.keyId)
    return verifyBytes(publicJwk, data, signature) ? { verified: true, publicJwk } : { verified: false }
  }
  randomBytes(_context, { length }) {
    return new Uint8Array(randomBytes(length))
  }
}

/** Records by their id; a wallet here lives for one job and looks for nothing. */
class Memory {
  supportsCursorPagination = false
  kept = new Map()

  async save(_context, record) { this.kept.set(record.id, record) }
  async update(_context, record) { this.kept.set(record.id, record) }
  async delete(_context, record) { this.kept.delete(record.id) }
  async deleteById(_context, _type, id) { this.kept.delete(id) }
  async getById(_context, _type, id) { return this.kept.get(id) }
  async getAll(_context, type) { return [...this.kept.values()].filter((one) => one.type === type.type) }
  async findByQuery() { return [] }
}

class NoFiles {}

const keys = new Keys()
const storage = { register: (manager) => manager.registerInstance(InjectionSymbols.StorageService, new Memory()) }
let trusted = []
const agent = new Agent({
  config: { logger: new ConsoleLogger(LogLevel.off), autoUpdateStorageOnStartup: false },
  dependencies: { FileSystem: NoFiles, EventEmitterClass: EventEmitter, WebSocketClass: NoFiles, fetch },
  modules: {
    storage,
    kms: new Kms.KeyManagementModule({ backends: [keys] }),
    x509: new X509Module({ getTrustedCertificatesForVerification: () => trusted }),
    openid4vc: new OpenId4VcModule({})
  }
})

await serve(async (job) => {
  if (job.check) return await checked(job)
  if (job.encrypt) throw new Error('the library asks for no encryption')
  trusted = job.trusted
  const holder = agent.modules?.openid4vc?.holder ?? agent.openid4vc.holder
  const clientId = job.flow === 'pre-authorized' && !job.provider ? undefined : job.clientId
  const walletAttestationJwt = job.provider ? attest(job.provider, job.clientId, await instance()) : undefined

  const resolved = job.offer ? await holder.resolveCredentialOffer(job.offer) : await begun(holder, job)
  let token = job.flow === 'pre-authorized'
    ? await holder.requestToken({ resolvedCredentialOffer: resolved, txCode: job.pin, walletAttestationJwt })
    : await byBrowser(holder, resolved, job, walletAttestationJwt)
  const first = token.accessToken
  if (job.refresh) {
    token = await holder.refreshToken({
      refreshToken: token.refreshToken,
      issuerMetadata: resolved.metadata,
      dpop: token.dpop,
      clientId,
      walletAttestationJwt
    })
  }

  const asked = []
  const received = await holder.requestCredentials({
    resolvedCredentialOffer: resolved,
    credentialConfigurationIds: [job.configuration],
    accessToken: token.accessToken,
    dpop: token.dpop,
    clientId,
    credentialBindingResolver: async () => {
      for (let made = 0; made < (job.keys ?? 1); made++) {
        asked.push(Kms.PublicJwk.fromPublicJwk((await keys.createKey(undefined, {})).publicJwk))
      }
      return { method: 'jwk', keys: asked }
    }
  })
  let [credential] = received.credentials
  const [waiting] = received.deferredCredentials
  const deferred = waiting !== undefined
  if (deferred) {
    await visit('deferred')
    const later = await holder.requestDeferredCredentials({
      ...waiting, issuerMetadata: resolved.metadata, accessToken: token.accessToken, dpop: token.dpop
    })
    credential = later.credentials[0]
    if (!credential) throw new Error('still deferred')
  }
  const notified = Boolean(job.notify && credential.notificationId)
  if (notified) {
    await holder.sendNotification({
      metadata: resolved.metadata,
      notificationId: credential.notificationId,
      accessToken: token.accessToken,
      dpop: token.dpop,
      notificationEvent: 'credential_accepted'
    })
  }
  return {
    credentials: credential.record.credentialInstances.map((one) => one.compactSdJwtVc ?? one.issuerSignedBase64Url),
    keys: asked.map((key) => key.toJson()),
    deferred,
    notified,
    refreshed: token.accessToken !== first
  }
})

/** Whether an mdoc is whole and signed under the root; and the key it is bound to. */
async function checked(job) {
  const mdoc = Mdoc.fromBase64Url(job.check)
  const verdict = await agent.dependencyManager.resolve(MdocApi).verify(mdoc, { trustedCertificates: job.trusted })
  if (!verdict.isValid) throw new Error(verdict.error)
  return { key: mdoc.deviceKey.toJson() }
}

/** The wallet's own key, by which its maker attests it. */
async function instance() {
  const { publicJwk } = await keys.createKey(undefined, {})
  return publicJwk
}

/** What a wallet knows that begins by itself. */
async function begun(holder, job) {
  const metadata = await holder.resolveIssuerMetadata(job.issuer)
  return {
    metadata,
    offeredCredentialConfigurations: {
      [job.configuration]: metadata.knownCredentialConfigurations[job.configuration]
    },
    credentialOfferPayload: {
      credential_issuer: job.issuer,
      credential_configuration_ids: [job.configuration],
      grants: { authorization_code: {} }
    }
  }
}

async function byBrowser(holder, resolved, job, walletAttestationJwt) {
  const begun = await holder.resolveOpenId4VciAuthorizationRequest(resolved, {
    clientId: job.clientId,
    redirectUri: job.redirectUri,
    walletAttestationJwt,
    scope: [resolved.offeredCredentialConfigurations[job.configuration].scope]
  })
  const { authorizationCode } = holder.parseAuthorizationCodeFromAuthorizationResponse({
    resolvedCredentialOffer: resolved,
    authorizationResponseRedirectUrl: await visit(begun.authorizationRequestUrl)
  })
  return await holder.requestToken({
    resolvedCredentialOffer: resolved,
    code: authorizationCode,
    clientId: job.clientId,
    codeVerifier: begun.codeVerifier,
    redirectUri: job.redirectUri,
    dpop: begun.dpop,
    walletAttestationJwt
  })
}
