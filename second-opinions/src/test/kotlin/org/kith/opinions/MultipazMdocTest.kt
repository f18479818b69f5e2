package org.kith.opinions

import java.security.SecureRandom
import java.time.Duration
import kotlin.time.Clock
import kotlin.time.Duration.Companion.days
import kotlin.time.Instant
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.kith.credential.encoding.Cbor as OurCbor
import org.kith.credential.mdoc.DeviceResponse as OurResponse
import org.kith.credential.mdoc.DeviceSession
import org.kith.credential.mdoc.HeldMdoc
import org.kith.credential.mdoc.IssuerSigned
import org.kith.credential.mdoc.MdocContent
import org.kith.credential.mdoc.MdocIssuer
import org.kith.credential.mdoc.MdocRefused
import org.kith.credential.mdoc.MdocVerifier
import org.kith.credential.mdoc.SessionTranscript
import org.kith.credential.mdoc.Validity
import org.kith.credential.status.StatusReference
import org.kith.opinions.SomeState.Companion.CLOCK
import org.kith.opinions.SomeState.Companion.ISSUER
import org.kith.opinions.SomeState.Companion.NOW
import org.multipaz.cbor.Bstr
import org.multipaz.cbor.Cbor
import org.multipaz.cbor.DataItem
import org.multipaz.cbor.Simple
import org.multipaz.cbor.Tagged
import org.multipaz.cbor.Tstr
import org.multipaz.cbor.addCborArray
import org.multipaz.cbor.buildCborArray
import org.multipaz.cbor.buildCborMap
import org.multipaz.cose.Cose
import org.multipaz.cose.CoseSign1
import org.multipaz.cose.toCoseLabel
import org.multipaz.crypto.Algorithm
import org.multipaz.crypto.AsymmetricKey
import org.multipaz.crypto.Crypto
import org.multipaz.crypto.X509CertChain
import org.multipaz.mdoc.devicesigned.buildDeviceNamespaces
import org.multipaz.mdoc.issuersigned.IssuerNamespaces
import org.multipaz.mdoc.issuersigned.buildIssuerNamespaces
import org.multipaz.mdoc.mso.MobileSecurityObject
import org.multipaz.mdoc.response.DeviceResponse
import org.multipaz.mdoc.response.buildDeviceResponse
import org.multipaz.revocation.RevocationStatus

/** mdocs, theirs and ours. */
class MultipazMdocTest {
    private val state = SomeState()
    private val device = SomeKey()
    private val thumbprint = ByteArray(32) { it.toByte() }

    @Test
    fun they_read_what_we_sign_of_an_mdoc() {
        val signed = Cbor.decode(issued())["issuerAuth"].asCoseSign1
        val payload = Cbor.decode(Cbor.decode(signed.payload!!).asTagged.asBstr)

        assertThat(MobileSecurityObject.validate(payload).errors).isEmpty()
        val mso = MobileSecurityObject.fromDataItem(payload)
        assertThat(mso.docType).isEqualTo(TYPE)
        assertThat(mso.deviceKey).isEqualTo(device.theirPublic())
        assertThat(mso.revocationStatus).isEqualTo(RevocationStatus.StatusList(4711, "$ISSUER/status/7", null))
        assertThat(mso.valueDigests.getValue(SPACE)).hasSize(3)
    }

    @Test
    fun they_believe_what_our_holder_presents_in_this_session_and_in_no_other() = runBlocking<Unit> {
        val shown = HeldMdoc(TYPE, issued(), device.signer())
            .present(mapOf(SPACE to setOf("given_name", "birth_date")), ours(NONCE))

        val response = DeviceResponse.fromDataItem(Cbor.decode(shown))

        response.verify(sessionTranscript = theirs(NONCE), rejectIfValidUntilAfterNotAfter = true)
        val document = response.documents.single()
        assertThat(document.issuerNamespaces.data.getValue(SPACE).keys).containsExactlyInAnyOrder("given_name", "birth_date")
        assertThat(document.issuerCertChain.certificates).containsExactly(state.certificate.theirs())
        assertThatThrownBy {
            runBlocking { DeviceResponse.fromDataItem(Cbor.decode(shown)).verify(sessionTranscript = theirs("another")) }
        }.isInstanceOf(IllegalStateException::class.java)
    }

    @Test
    fun they_present_an_mdoc_of_ours_and_we_believe_it() = runBlocking<Unit> {
        val mdoc = Cbor.decode(issued())
        val issuerNamespaces = IssuerNamespaces.fromDataItem(mdoc["nameSpaces"])

        val card = verified(presented(mdoc["issuerAuth"].asCoseSign1, issuerNamespaces))

        assertThat(card.element(SPACE, "given_name")).contains(OurCbor.Text("Мария"))
        assertThat(card.status()).contains(StatusReference("$ISSUER/status/7", 4711))
    }

    @Test
    fun they_issue_and_present_an_mdoc_and_we_believe_it() = runBlocking<Unit> {
        val namespaces = buildIssuerNamespaces {
            addNamespace(SPACE) {
                addDataElement("given_name", Tstr("Мария"))
                addDataElement("birth_date", Tagged(1004, Tstr("1984-02-29")))
            }
        }

        val card = verified(presented(signed(namespaces), namespaces))

        assertThat(card.element(SPACE, "given_name")).contains(OurCbor.Text("Мария"))
        assertThat(card.element(SPACE, "birth_date")).contains(OurCbor.Tag(1004, OurCbor.Text("1984-02-29")))
        assertThat(card.deviceKey()).isEqualTo(device.jwk())
    }

    @Test
    fun they_hand_an_mdoc_over_and_we_believe_it() = runBlocking<Unit> {
        val namespaces = buildIssuerNamespaces {
            addNamespace(SPACE) { addDataElement("given_name", Tstr("Мария")) }
        }
        val issued = Cbor.encode(
            buildCborMap {
                put("nameSpaces", namespaces.toDataItem())
                put("issuerAuth", signed(namespaces).toDataItem())
            },
        )

        val card = MdocVerifier(state.roots(), CLOCK).verify(IssuerSigned.parse(issued), TYPE)

        assertThat(card.element(SPACE, "given_name")).contains(OurCbor.Text("Мария"))
    }

    /** Two devices that met by a QR code (ISO/IEC 18013-5 §9.1.5.1), and a device that shares a secret instead of signing. */
    @Test
    fun they_present_to_a_reader_they_met_by_a_mac_and_we_believe_it() = runBlocking<Unit> {
        val reader = SomeKey()
        val engagement = Tagged(Tagged.ENCODED_CBOR, Bstr(Cbor.encode(buildCborMap { put(0, "1.0") })))
        val readerKey = Tagged(Tagged.ENCODED_CBOR, Bstr(Cbor.encode(reader.theirPublic().toCoseKey().toDataItem())))
        val met = buildCborArray {
            add(engagement)
            add(readerKey)
            add(Simple.NULL)
        }
        val mdoc = Cbor.decode(issued())
        val response = buildDeviceResponse(
            sessionTranscript = met,
            status = DeviceResponse.STATUS_OK,
            eReaderKey = reader.theirPublic(),
        ) {
            addDocument(
                docType = TYPE,
                issuerAuth = mdoc["issuerAuth"].asCoseSign1,
                issuerNamespaces = IssuerNamespaces.fromDataItem(mdoc["nameSpaces"]),
                deviceNamespaces = buildDeviceNamespaces {},
                deviceKey = AsymmetricKey.AnonymousExplicit(device.theirs(), Algorithm.ECDH_P256),
            )
        }
        val presented = OurResponse.parse(Cbor.encode(response.toDataItem())).documents().single()
        val ours = SessionTranscript.ofMeeting(Cbor.encode(engagement), Cbor.encode(readerKey), null)
        val verifier = MdocVerifier(state.roots(), CLOCK)

        val card = verifier.verify(presented, TYPE, DeviceSession(ours, reader.privateKey))

        assertThat(card.element(SPACE, "given_name")).contains(OurCbor.Text("Мария"))
        assertThatThrownBy { verifier.verify(presented, TYPE, DeviceSession(ours, SomeKey().privateKey)) }
            .isInstanceOf(MdocRefused::class.java)
    }

    private suspend fun signed(namespaces: IssuerNamespaces): CoseSign1 {
        val now = Instant.fromEpochSeconds(NOW.epochSecond)
        val mso = MobileSecurityObject(
            version = "1.0",
            docType = TYPE,
            signedAt = now,
            validFrom = now,
            validUntil = now + 10.days,
            expectedUpdate = null,
            digestAlgorithm = Algorithm.SHA256,
            valueDigests = namespaces.getValueDigests(Algorithm.SHA256),
            deviceKey = device.theirPublic(),
        )
        return Cose.coseSign1Sign(
            signingKey = AsymmetricKey.AnonymousExplicit(state.key.theirs()),
            message = Cbor.encode(Tagged(Tagged.ENCODED_CBOR, Bstr(Cbor.encode(mso.toDataItem())))),
            includeMessageInPayload = true,
            unprotectedHeaders = mapOf(
                Cose.COSE_LABEL_X5CHAIN.toCoseLabel to X509CertChain(listOf(state.certificate.theirs())).toDataItem(),
            ),
        )
    }

    private suspend fun presented(signed: CoseSign1, namespaces: IssuerNamespaces): ByteArray {
        val response = buildDeviceResponse(sessionTranscript = theirs(NONCE), status = DeviceResponse.STATUS_OK) {
            addDocument(
                docType = TYPE,
                issuerAuth = signed,
                issuerNamespaces = namespaces,
                deviceNamespaces = buildDeviceNamespaces {},
                deviceKey = AsymmetricKey.AnonymousExplicit(device.theirs()),
            )
        }
        return Cbor.encode(response.toDataItem())
    }

    private fun verified(response: ByteArray) =
        MdocVerifier(state.roots(), CLOCK)
            .verify(OurResponse.parse(response).documents().single(), TYPE, DeviceSession.signed(ours(NONCE)))

    private fun ours(nonce: String) = SessionTranscript.ofOpenId4Vp(CLIENT, nonce, thumbprint, RESPONSE)

    /** OpenID4VP 1.0, B.2.6.1, with their CBOR. */
    private suspend fun theirs(nonce: String): DataItem {
        val info = buildCborArray {
            add(CLIENT)
            add(nonce)
            add(thumbprint)
            add(RESPONSE)
        }
        val digest = Crypto.digest(Algorithm.SHA256, Cbor.encode(info))
        return buildCborArray {
            add(Simple.NULL)
            add(Simple.NULL)
            addCborArray {
                add("OpenID4VPHandover")
                add(digest)
            }
        }
    }

    private fun issued(): ByteArray {
        val elements = mapOf<String, OurCbor>(
            "given_name" to OurCbor.Text("Мария"),
            "family_name" to OurCbor.Text("al-Fārisī"),
            "birth_date" to OurCbor.Tag(1004, OurCbor.Text("1984-02-29")),
        )
        val content = MdocContent(
            TYPE, mapOf(SPACE to elements), device.jwk(),
            Validity(NOW, NOW, NOW.plus(Duration.ofDays(90))), StatusReference("$ISSUER/status/7", 4711),
        )
        return MdocIssuer(state.key.signer(), state.certificate, SecureRandom()).issue(content)
    }

    private companion object {
        const val TYPE = "org.example.utopia.card"
        const val SPACE = "org.example.utopia.card.1"
        const val CLIENT = "x509_hash:library"
        const val RESPONSE = "https://library.utopia.example/answer"
    }
}
