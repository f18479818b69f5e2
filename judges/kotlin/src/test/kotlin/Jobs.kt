// Wallets of libraries in Kotlin. Jobs come in as lines of JSON and answers go out so, as in ../node/jobs.mjs. The
// arguments are the library, and the file of the certificate to trust.
package org.kith.judges

import eu.europa.ec.eudi.openid4vci.CredentialIssuanceError
import io.ktor.client.HttpClient
import io.ktor.client.engine.java.Java
import io.ktor.client.plugins.contentnegotiation.ContentNegotiation
import io.ktor.serialization.kotlinx.json.json
import java.io.File
import java.security.KeyStore
import java.security.cert.CertificateFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.*

private val out = System.out

fun main(arguments: Array<String>) = runBlocking {
    // What libraries print is for whoever reads the log, not for whoever waits for an answer.
    System.setOut(System.err)
    val trusting = trusting(File(arguments[1]))
    val http = {
        HttpClient(Java) {
            engine { config { sslContext(trusting) } }
            install(ContentNegotiation) { json(Json { ignoreUnknownKeys = true }) }
        }
    }
    say(buildJsonObject { put("ready", true) })
    while (true) {
        val job = Job(Json.parseToJsonElement(readlnOrNull() ?: break).jsonObject)
        try {
            say(buildJsonObject { put("result", if (arguments[0] == "eudi") eudi(job, http) else multipaz(job, http())) })
        } catch (failure: Throwable) {
            val causes = generateSequence(failure) { it.cause }
            say(buildJsonObject {
                put("error", causes.joinToString(" | ") { "${it.message ?: it} ${it.told()}".trim() })
                put("at", causes.last().place())
            })
        }
    }
}

internal class Job(private val json: JsonObject) {
    operator fun get(name: String) = json[name]?.jsonPrimitive?.contentOrNull
    fun flag(name: String) = json[name]?.jsonPrimitive?.booleanOrNull ?: false
    val keys = json["keys"]?.jsonPrimitive?.int ?: 1
    val provider = json["provider"] as? JsonObject
}

/** Has a person open an address in their browser, and gives back where that led them; `deferred` waits for the card. */
internal fun ask(address: String): String {
    say(buildJsonObject { put("visit", address) })
    return Json.parseToJsonElement(readln()).jsonObject["redirected"]!!.jsonPrimitive.content
}

private fun trusting(certificate: File): SSLContext {
    val trusted = KeyStore.getInstance("PKCS12").apply { load(null, null) }
    certificate.inputStream().use {
        trusted.setCertificateEntry("localhost", CertificateFactory.getInstance("X.509").generateCertificate(it))
    }
    val managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm()).apply { init(trusted) }
    return SSLContext.getInstance("TLS").apply { init(null, managers.trustManagers, null) }
}

/** What a library keeps of an error's description apart from its message. */
private fun Throwable.told() = when (this) {
    is CredentialIssuanceError.InvalidProof -> errorDescription ?: ""
    is CredentialIssuanceError.ResponseUnparsable -> error
    is CredentialIssuanceError.IssuanceRequestFailed -> errorDescription ?: ""
    else -> ""
}

private fun Throwable.place() = stackTrace
    .firstOrNull { it.className.startsWith("eu.europa.ec.eudi") || it.className.startsWith("org.multipaz") }
    ?.let { "${it.fileName}:${it.lineNumber}" } ?: ""

private fun say(message: JsonObject) = out.println(message)
