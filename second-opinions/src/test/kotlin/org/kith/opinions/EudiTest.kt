package org.kith.opinions

import com.nimbusds.jose.JOSEObjectType
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.util.Base64
import eu.europa.ec.eudi.sdjwt.NimbusSdJwtOps
import eu.europa.ec.eudi.sdjwt.SdJwt
import eu.europa.ec.eudi.sdjwt.cnf
import eu.europa.ec.eudi.sdjwt.sdJwt
import eu.europa.ec.eudi.sdjwt.vc.ClaimPath as TheirPath
import eu.europa.ec.eudi.sdjwt.vc.SdJwtVcVerifier
import java.security.SecureRandom
import java.time.Duration
import java.util.Date
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import com.nimbusds.jwt.SignedJWT
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.kith.credential.sdjwt.ClaimPath
import org.kith.credential.sdjwt.HeldSdJwt
import org.kith.credential.sdjwt.IssuerKeys
import org.kith.credential.sdjwt.KeyBinding
import org.kith.credential.sdjwt.PresentedSdJwt
import org.kith.credential.sdjwt.SdJwtIssuer
import org.kith.credential.sdjwt.SdJwtRefused
import org.kith.credential.sdjwt.SdJwtVerifier
import org.kith.opinions.SomeState.Companion.CLOCK
import org.kith.opinions.SomeState.Companion.ISSUER
import org.kith.opinions.SomeState.Companion.NOW

/** The SD-JWT VCs of the EUDI reference implementation, and ours. */
class EudiTest {
    private val state = SomeState()
    private val device = SomeKey()
    private val verifier: SdJwtVcVerifier<SignedJWT> =
        NimbusSdJwtOps.SdJwtVcVerifier.usingX5c { chain -> chain == listOf(state.certificate) }

    @Test
    fun they_believe_a_card_of_ours() = runBlocking<Unit> {
        val card = verifier.verify(issued(state, device)).getOrThrow()

        val claims = with(NimbusSdJwtOps) { card.recreateClaims(null) }
        assertThat(claims["given_name"]).isEqualTo(JsonPrimitive("Мария"))
        assertThat(claims["vct"]).isEqualTo(JsonPrimitive(VCT))
        assertThat(card.disclosures).hasSize(6)
    }

    @Test
    fun they_believe_what_our_holder_shows_to_this_verifier_and_to_no_other() = runBlocking<Unit> {
        val shown = HeldSdJwt.parse(issued(state, device))
            .present(listOf(ClaimPath.of("given_name")), NONCE, AUDIENCE, NOW, device.signer())

        val card = verifier.verify(shown, challenge(NONCE)).getOrThrow()

        val claims = with(NimbusSdJwtOps) { card.sdJwt.recreateClaims(null) }
        assertThat(claims["given_name"]).isEqualTo(JsonPrimitive("Мария"))
        assertThat(claims).doesNotContainKey("family_name")
        assertThat(verifier.verify(shown, challenge("another")).isFailure).isTrue()
    }

    @Test
    fun they_present_a_card_of_ours_and_we_believe_it() = runBlocking<Unit> {
        val held = verifier.verify(issued(state, device)).getOrThrow()
        val chosen = with(NimbusSdJwtOps) { held.present(setOf(TheirPath.claim("family_name"))) }!!

        val card = verified(bound(chosen))

        assertThat(card.keyBound()).isTrue()
        assertThat(card.text("family_name")).contains("al-Fārisī")
        assertThat(card.text("given_name")).isEmpty()
    }

    @Test
    fun they_issue_and_present_a_card_and_we_believe_it() = runBlocking<Unit> {
        val issuer = NimbusSdJwtOps.issuer(signer = ECDSASigner(state.key.privateKey), signAlgorithm = JWSAlgorithm.ES256) {
            type(JOSEObjectType("dc+sd-jwt"))
            x509CertChain(listOf(Base64.encode(state.certificate.encoded)))
        }
        val issued = issuer.issue(
            sdJwt {
                claim("iss", ISSUER)
                claim("vct", VCT)
                claim("iat", NOW.epochSecond)
                claim("exp", NOW.plus(Duration.ofDays(10)).epochSecond)
                cnf(holder())
                sdClaim("given_name", "Мария")
                sdObjClaim("address") {
                    sdClaim("locality", "Amaurot")
                    claim("country", "UTO")
                }
                sdArrClaim("nationalities") {
                    sdClaim("UTO")
                    sdClaim("ARC")
                }
            },
        ).getOrThrow()

        val card = verified(bound(issued))

        assertThat(card.text("given_name")).contains("Мария")
        assertThat(card.claims()["address"]).isEqualTo(mapOf("locality" to "Amaurot", "country" to "UTO"))
        assertThat(card.claims()["nationalities"]).isEqualTo(listOf("UTO", "ARC"))
    }

    /** The final text asks for neither: what the certificate names is the issuer. */
    @Test
    fun a_card_without_iss_they_cannot_judge() = runBlocking<Unit> {
        val plain = mapOf("vct" to VCT, "exp" to NOW.plus(Duration.ofDays(1)).epochSecond)
        val card = SdJwtIssuer(state.key.signer(), state.certificate, SecureRandom()).issue("dc+sd-jwt", plain, setOf(), 0)

        assertThat(verifier.verify(card).isFailure).isTrue()
        assertThat(unbound(card).issuer()).isEmpty()
    }

    @Test
    fun they_refuse_one_that_has_ended_and_so_do_we() = runBlocking<Unit> {
        val plain = mapOf("iss" to ISSUER, "vct" to VCT, "exp" to NOW.minus(Duration.ofDays(1)).epochSecond)
        val card = SdJwtIssuer(state.key.signer(), state.certificate, SecureRandom()).issue("dc+sd-jwt", plain, setOf(), 0)

        assertThat(verifier.verify(card).isFailure).isTrue()
        assertThatThrownBy { unbound(card) }.isInstanceOf(SdJwtRefused::class.java)
    }

    private fun unbound(card: String) =
        SdJwtVerifier.ofCredentials(IssuerKeys.certified(ISSUER, state.roots(), CLOCK), CLOCK)
            .verify(PresentedSdJwt.parse(card), KeyBinding.None())

    private suspend fun bound(card: SdJwt<SignedJWT>): String {
        val binding = NimbusSdJwtOps.kbJwtIssuer(ECDSASigner(device.privateKey), JWSAlgorithm.ES256, holder()) {
            issueTime(Date.from(NOW))
            audience(AUDIENCE)
            claim("nonce", NONCE)
        }
        return with(NimbusSdJwtOps) { card.serializeWithKeyBinding(binding).getOrThrow() }
    }

    private fun holder() = ECKey.Builder(Curve.P_256, device.publicKey).build()

    private fun challenge(nonce: String) = buildJsonObject {
        put("nonce", nonce)
        put("aud", AUDIENCE)
    }

    private fun verified(presented: String) =
        SdJwtVerifier.ofCredentials(IssuerKeys.certified(ISSUER, state.roots(), CLOCK), CLOCK)
            .verify(PresentedSdJwt.parse(presented), KeyBinding.Expected(NONCE, AUDIENCE, Duration.ofMinutes(5)))
}
