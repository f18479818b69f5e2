// A wallet of eu.europa.ec.eudi:eudi-lib-jvm-openid4vci-kt. Jobs come in as lines of JSON and answers go out so, as in
// ../node/jobs.mjs; its only argument is the file of the certificate to trust.
package org.kith.judges

import com.nimbusds.jose.JOSEObjectType
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import com.nimbusds.jose.util.Base64
import com.nimbusds.jwt.JWTClaimsSet
import com.nimbusds.jwt.SignedJWT
import eu.europa.ec.eudi.openid4vci.*
import io.ktor.client.HttpClient
import io.ktor.client.engine.java.Java
import io.ktor.client.plugins.contentnegotiation.ContentNegotiation
import io.ktor.http.Url
import io.ktor.serialization.kotlinx.json.json
import java.io.File
import java.net.URI
import java.security.KeyStore
import java.security.cert.CertificateFactory
import java.time.Instant
import java.util.Date
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.*

fun main(arguments: Array<String>) = runBlocking {
    val trusting = trusting(File(arguments[0]))
    val http: KtorHttpClientFactory = {
        HttpClient(Java) {
            engine { config { sslContext(trusting) } }
            install(ContentNegotiation) { json(Json { ignoreUnknownKeys = true }) }
        }
    }
    say(buildJsonObject { put("ready", true) })
    while (true) {
        val job = Json.parseToJsonElement(readlnOrNull() ?: break).jsonObject
        try {
            say(buildJsonObject { put("result", work(Job(job), http)) })
        } catch (failure: Throwable) {
            say(buildJsonObject {
                put("error", generateSequence(failure) { it.cause }.joinToString(" | ") { "$it ${it.told()}".trim() })
                put("at", generateSequence(failure) { it.cause }.last().place())
            })
        }
    }
}

private class Job(private val json: JsonObject) {
    operator fun get(name: String) = json[name]?.jsonPrimitive?.contentOrNull
    fun flag(name: String) = json[name]?.jsonPrimitive?.booleanOrNull ?: false
    val keys = List(json["keys"]?.jsonPrimitive?.int ?: 1) { newKey() }
    val provider = json["provider"] as? JsonObject
}

private suspend fun work(job: Job, http: KtorHttpClientFactory): JsonObject {
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
            IssuanceRequestPayload.ConfigurationBased(configuration), job.keys.map(::signer)).getOrThrow()
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
            putJsonArray("keys") { job.keys.forEach { add(Json.parseToJsonElement(it.toPublicJWK().toJSONString())) } }
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

/** Has a person open an address in their browser, and gives back where that led them. */
private fun ask(address: String): String {
    say(buildJsonObject { put("visit", address) })
    return Json.parseToJsonElement(readln()).jsonObject["redirected"]!!.jsonPrimitive.content
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
    provider["kid"]?.let { header.keyID(it.jsonPrimitive.content) }
    provider["x5c"]?.let { header.x509CertChain(it.jsonArray.map { one -> Base64(one.jsonPrimitive.content) }) }
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

private fun trusting(certificate: File): SSLContext {
    val trusted = KeyStore.getInstance("PKCS12").apply { load(null, null) }
    certificate.inputStream().use {
        trusted.setCertificateEntry("localhost", CertificateFactory.getInstance("X.509").generateCertificate(it))
    }
    val managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm()).apply { init(trusted) }
    return SSLContext.getInstance("TLS").apply { init(null, managers.trustManagers, null) }
}

/** What the library keeps of an error's description apart from its message. */
private fun Throwable.told() = when (this) {
    is CredentialIssuanceError.InvalidProof -> errorDescription ?: ""
    is CredentialIssuanceError.ResponseUnparsable -> error
    else -> ""
}

private fun Throwable.place() =
    stackTrace.firstOrNull { it.className.startsWith("eu.europa.ec.eudi") }?.let { "${it.fileName}:${it.lineNumber}" } ?: ""

private fun say(message: JsonObject) = println(message)
