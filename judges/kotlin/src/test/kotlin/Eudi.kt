// A wallet of eu.europa.ec.eudi:eudi-lib-jvm-openid4vci-kt.
package org.kith.judges

import com.nimbusds.jose.JOSEObjectType
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import com.nimbusds.jwt.JWTClaimsSet
import com.nimbusds.jwt.SignedJWT
import eu.europa.ec.eudi.openid4vci.*
import io.ktor.http.Url
import java.net.URI
import java.time.Instant
import java.util.Date
import kotlinx.serialization.json.*

internal suspend fun eudi(job: Job, http: KtorHttpClientFactory): JsonObject {
    val keys = List(job.keys) { newKey() }
    val configuration = CredentialConfigurationIdentifier(job["configuration"]!!)
    val settings = settings(job)
    val offer = job["offer"]
    val issuer =
        if (offer != null) Issuer.make(settings, offer, http).getOrThrow()
        else Issuer.makeWalletInitiated(
            settings, CredentialIssuerId(job["issuer"]!!).getOrThrow(), listOf(configuration), http).getOrThrow()

    with(issuer) {
        val allowed =
            if (job["flow"] == "pre-authorized") authorizeWithPreAuthorizationCode(job["pin"]).getOrThrow()
            else byBrowser()
        val (asked, outcome) = allowed.request(
            IssuanceRequestPayload.ConfigurationBased(configuration), keys.map(::signer)).getOrThrow()
        val deferred = outcome is SubmissionOutcome.Deferred
        var current = asked
        val (credentials, notification) = when (outcome) {
            is SubmissionOutcome.Success -> outcome.credentials to outcome.notificationId
            is SubmissionOutcome.Failed -> throw outcome.error
            is SubmissionOutcome.Deferred -> {
                ask("deferred")
                // The library refreshes where its access token is over, and nowhere else.
                if (job.flag("refresh")) current = current.copy(timestamp = Instant.EPOCH)
                val (later, queried) = current.queryForDeferredCredential(outcome.transactionId).getOrThrow()
                current = later
                val issued = queried as? DeferredCredentialQueryOutcome.Issued ?: error("still deferred: $queried")
                issued.credentials to issued.notificationId
            }
        }
        val notified = job.flag("notify") && notification != null
        if (notified) current.notify(CredentialIssuanceEvent.Accepted(notification, null)).getOrThrow()
        return buildJsonObject {
            putJsonArray("credentials") { credentials.forEach { add(it.credential.toString()) } }
            putJsonArray("keys") { keys.forEach { add(Json.parseToJsonElement(it.toPublicJWK().toJSONString())) } }
            put("deferred", deferred)
            put("notified", notified)
            put("encrypted", job.flag("encrypt"))
            put("refreshed", allowed.accessToken != current.accessToken)
        }
    }
}

private suspend fun Issuer.byBrowser(): AuthorizedRequest {
    val prepared = prepareAuthorizationRequest().getOrThrow()
    val back = Url(ask(prepared.authorizationCodeURL.toString()))
    val code = back.parameters["code"] ?: error("no code: $back")
    return with(prepared) {
        authorizeWithAuthorizationCode(AuthorizationCode(code), back.parameters["state"]!!).getOrThrow()
    }
}

private fun settings(job: Job) = OpenId4VCIConfig(
    client = client(job),
    authFlowRedirectionURI = URI.create(job["redirectUri"]!!),
    // Without a way to make keys, the library asks for no encryption.
    keyGenerationConfig =
        if (job.flag("encrypt")) KeyGenerationConfig.ecOnly(Curve.P_256) else KeyGenerationConfig(null, null),
    credentialResponseEncryptionPolicy =
        if (job.flag("encrypt")) CredentialResponseEncryptionPolicy.REQUIRED
        else CredentialResponseEncryptionPolicy.SUPPORTED,
    dPoPSigner = signer(newKey()),
    parUsage = ParUsage.Required,
)

private fun client(job: Job): Client {
    val provider = job.provider ?: return Client.Public(job["clientId"]!!)
    val instance = newKey()
    val key = ECKey.parse(provider["jwk"].toString())
    val header = JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType("oauth-client-attestation+jwt"))
    val claims = JWTClaimsSet.Builder()
        .issuer(provider["iss"]!!.jsonPrimitive.content)
        .subject(job["clientId"]!!)
        .issueTime(Date())
        .expirationTime(Date.from(Instant.now().plusSeconds(3600)))
        .claim("cnf", mapOf("jwk" to instance.toPublicJWK().toJSONObject()))
        .build()
    val attestation = SignedJWT(header.build(), claims).apply { sign(ECDSASigner(key)) }
    return Client.Attested(
        ClientAttestationJWT(attestation),
        ClientAttestationPoPJWTSpec(JWSAlgorithm.ES256, jwsSigner = ECDSASigner(instance)))
}

private fun newKey(): ECKey = ECKeyGenerator(Curve.P_256).generate()

private fun signer(key: ECKey) =
    PopSigner.jwtPopSigner(key, JWSAlgorithm.ES256, JwtBindingKey.Jwk(key.toPublicJWK()))
