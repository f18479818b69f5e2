// A wallet of org.multipaz:multipaz, whose provider attests its keys too.
package org.kith.judges

import io.ktor.client.HttpClient
import kotlin.reflect.KClass
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import kotlinx.io.bytestring.ByteString
import kotlinx.io.bytestring.encodeToByteString
import kotlinx.serialization.json.*
import org.multipaz.crypto.Algorithm
import org.multipaz.crypto.AsymmetricKey
import org.multipaz.provisioning.AuthorizationChallenge
import org.multipaz.provisioning.AuthorizationResponse
import org.multipaz.provisioning.CredentialFormat
import org.multipaz.provisioning.CredentialKeyAttestation
import org.multipaz.provisioning.KeyBindingInfo
import org.multipaz.provisioning.Provisioning
import org.multipaz.provisioning.ProvisioningClient
import org.multipaz.provisioning.openid4vci.OpenID4VCI
import org.multipaz.provisioning.openid4vci.OpenID4VCIBackend
import org.multipaz.provisioning.openid4vci.OpenID4VCIClientPreferences
import org.multipaz.provisioning.openid4vci.OpenID4VCILocalBackend
import org.multipaz.rpc.backend.BackendEnvironment
import org.multipaz.securearea.CreateKeySettings
import org.multipaz.securearea.SecureAreaProvider
import org.multipaz.securearea.software.SoftwareSecureArea
import org.multipaz.storage.ephemeral.EphemeralStorage
import org.multipaz.util.toBase64Url

internal suspend fun multipaz(job: Job, http: HttpClient): JsonObject {
    if (job.flag("encrypt")) error("the library asks for no encryption")
    if (job.flag("notify")) error("the library notifies nobody")
    val configuration = job["configuration"]!!
    val preferences =
        OpenID4VCIClientPreferences(job["clientId"]!!, job["redirectUri"]!!, listOf("en"), listOf(Algorithm.ESP256))
    val area = SoftwareSecureArea.create(EphemeralStorage())
    return withContext(Around(http, preferences, SecureAreaProvider(Dispatchers.Default) { area }, maker(job))) {
        val offer = job["offer"]
        var client =
            if (offer != null) OpenID4VCI.createClientFromOffer(offer, preferences)
            else OpenID4VCI.createClientCredentialId(job["issuer"]!!, configuration, preferences)
        val metadata = client.getMetadata().credentials[configuration] ?: error("the library takes the first of an offer only")
        client.letIn(job)
        // What it keeps for later has a refresh token and no access token.
        if (job.flag("refresh")) client = Provisioning.createClientFromAuthorizationData(client.getAuthorizationData()!!)

        val challenge = client.getKeyBindingChallenge()
        val keys = List(job.keys) {
            area.createKey(null, CreateKeySettings(Algorithm.ESP256, challenge.encodeToByteString()))
        }
        val attested = KeyBindingInfo.Attestation(keys.map { CredentialKeyAttestation(it.alias, it.attestation) })
        val copies = client.obtainCredentials(attested).certifications.map { it.issuerData }
        val asked = keys.map { it.attestation.publicKey.toJwk() }
        buildJsonObject {
            putJsonArray("credentials") { copies.forEach { add(written(it, metadata.format)) } }
            putJsonArray("keys") { asked.forEach { add(it) } }
            put("refreshed", job.flag("refresh"))
        }
    }
}

private suspend fun ProvisioningClient.letIn(job: Job) {
    for (challenge in getAuthorizationChallenges()) authorize(when (challenge) {
        is AuthorizationChallenge.OAuth -> AuthorizationResponse.OAuth(challenge.id, ask(challenge.url))
        is AuthorizationChallenge.SecretText -> AuthorizationResponse.SecretText(challenge.id, job["pin"]!!)
    })
}

private fun written(copy: ByteString, format: CredentialFormat) = when (format) {
    is CredentialFormat.Mdoc -> copy.toByteArray().toBase64Url()
    is CredentialFormat.SdJwt -> copy.toByteArray().decodeToString()
}

private fun maker(job: Job): OpenID4VCIBackend {
    val provider = job.provider ?: error("the library sends an attestation wherever one is accepted")
    val jwk = provider["jwk"]!!.jsonObject.toMutableMap().apply { put("kid", JsonPrimitive("maker")) }
    val key = AsymmetricKey.parseExplicit(JsonObject(jwk))
    return OpenID4VCILocalBackend(key, key, job["clientId"]!!, "Judged Wallet", "https://wallet.example")
}

/** What the library looks for around itself. */
private class Around(
    private val http: HttpClient,
    private val preferences: OpenID4VCIClientPreferences,
    private val area: SecureAreaProvider<SoftwareSecureArea>,
    private val maker: OpenID4VCIBackend,
) : BackendEnvironment {
    @Suppress("UNCHECKED_CAST")
    override fun <T : Any> getInterface(clazz: KClass<T>): T? = when (clazz) {
        HttpClient::class -> http
        OpenID4VCIClientPreferences::class -> preferences
        SecureAreaProvider::class -> area
        OpenID4VCIBackend::class -> maker
        else -> null
    } as T?
}
