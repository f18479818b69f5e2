package org.kith.opinions

import java.security.SecureRandom
import java.time.Duration
import kotlin.time.Clock
import kotlin.time.Duration.Companion.days
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.put
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.kith.credential.sdjwt.ClaimPath
import org.kith.credential.sdjwt.HeldSdJwt
import org.kith.credential.sdjwt.IssuerKeys
import org.kith.credential.sdjwt.KeyBinding
import org.kith.credential.sdjwt.PresentedSdJwt
import org.kith.credential.sdjwt.SdJwtContent
import org.kith.credential.sdjwt.SdJwtIssuer
import org.kith.credential.sdjwt.SdJwtRefused
import org.kith.credential.sdjwt.SdJwtVerifier
import org.kith.credential.status.StatusReference
import org.kith.opinions.SomeState.Companion.CLOCK
import org.kith.opinions.SomeState.Companion.ISSUER
import org.kith.opinions.SomeState.Companion.NOW
import org.multipaz.crypto.AsymmetricKey
import org.multipaz.revocation.RevocationStatus
import org.multipaz.sdjwt.SdJwt
import org.multipaz.sdjwt.SdJwtKb

const val VCT = "urn:utopia:card:1"
const val NONCE = "n-0S6_WzA2Mj"
const val AUDIENCE = "x509_hash:library"

/** SD-JWT VCs, theirs and ours. */
class MultipazSdJwtTest {
    private val state = SomeState()
    private val device = SomeKey()

    /** What they call validation takes decoys for disclosures that are missing; their verification does not. */
    @Test
    fun they_find_nothing_wrong_with_a_card_of_ours() = runBlocking<Unit> {
        val card = SdJwt.fromCompactSerialization(issued())

        assertThat(SdJwt.validateVc(issued(state, device, decoys = 0), VCT).errors).isEmpty()
        val claims = card.verify(card.x5c!!.certificates.first().publicKey)
        assertThat(claims["given_name"]).isEqualTo(JsonPrimitive("Мария"))
        assertThat(card.x5c!!.certificates).containsExactly(state.certificate.theirs())
        assertThat(card.kbKey).isEqualTo(device.theirPublic())
        assertThat(card.revocationStatus).isEqualTo(RevocationStatus.StatusList(4711, "$ISSUER/status/7", null))
    }

    @Test
    fun they_believe_what_our_holder_shows_to_this_verifier_and_to_no_other() = runBlocking<Unit> {
        val shown = HeldSdJwt.parse(issued())
            .present(listOf(ClaimPath.of("given_name")), NONCE, AUDIENCE, NOW, device.signer())

        val presented = SdJwtKb.fromCompactSerialization(shown)

        val claims = presented.verify(state.key.theirPublic(), { it == NONCE }, { it == AUDIENCE }, { true })
        assertThat(claims["given_name"]).isEqualTo(JsonPrimitive("Мария"))
        assertThat(claims).doesNotContainKey("family_name")
        assertThatThrownBy {
            runBlocking { presented.verify(state.key.theirPublic(), { it == "another" }, { true }, { true }) }
        }.isInstanceOf(IllegalStateException::class.java)
    }

    @Test
    fun they_present_a_card_of_ours_and_we_believe_it() = runBlocking<Unit> {
        val shown = SdJwt.fromCompactSerialization(issued())
            .filter { path, _ -> path.first().jsonPrimitive.content == "family_name" }
            .present(AsymmetricKey.AnonymousExplicit(device.theirs()), NONCE, AUDIENCE, Clock.System.now())

        val card = verified(shown.compactSerialization)

        assertThat(card.keyBound()).isTrue()
        assertThat(card.text("family_name")).contains("al-Fārisī")
        assertThat(card.text("given_name")).isEmpty()
    }

    @Test
    fun they_issue_and_present_a_card_and_we_believe_it() = runBlocking<Unit> {
        val theirs = SdJwt.create(
            issuerKey = state.theirs(),
            kbKey = device.theirPublic(),
            claims = buildJsonObject {
                put("given_name", "Мария")
                put("birthdate", "1984-02-29")
            },
            nonSdClaims = buildJsonObject {
                put("iss", ISSUER)
                put("vct", VCT)
            },
            creationTime = Clock.System.now(),
            expiresIn = 10.days,
        )

        val shown = theirs.present(AsymmetricKey.AnonymousExplicit(device.theirs()), NONCE, AUDIENCE, Clock.System.now())

        val card = verified(shown.compactSerialization)
        assertThat(card.text("given_name")).contains("Мария")
        assertThat(card.issuer()).contains(ISSUER)
    }

    @Test
    fun one_that_has_ended_passes_their_verification_and_not_their_validation() = runBlocking<Unit> {
        val plain = mapOf("iss" to ISSUER, "vct" to VCT, "exp" to NOW.minus(Duration.ofDays(1)).epochSecond)
        val card = SdJwtIssuer(state.key.signer(), state.certificate, SecureRandom()).issue("dc+sd-jwt", plain, setOf(), 0)

        SdJwt.fromCompactSerialization(card).verify(state.key.theirPublic())
        assertThat(SdJwt.validateVc(card, VCT).errors).isNotEmpty()
        assertThatThrownBy {
            SdJwtVerifier.ofCredentials(IssuerKeys.certified(ISSUER, state.roots(), CLOCK), CLOCK)
                .verify(PresentedSdJwt.parse(card), KeyBinding.None())
        }.isInstanceOf(SdJwtRefused::class.java)
    }

    private fun verified(presented: String) =
        SdJwtVerifier.ofCredentials(IssuerKeys.certified(ISSUER, state.roots(), CLOCK), CLOCK)
            .verify(PresentedSdJwt.parse(presented), KeyBinding.Expected(NONCE, AUDIENCE, Duration.ofMinutes(5)))

    private fun issued() = issued(state, device)
}

/** A card of ours, all of whose claims can be withheld. */
fun issued(state: SomeState, device: SomeKey, decoys: Int = 2): String {
    val claims = mapOf(
        "given_name" to "Мария",
        "family_name" to "al-Fārisī",
        "nationalities" to listOf("UTO", "ARC"),
        "address" to mapOf("locality" to "Amaurot", "country" to "UTO"),
    )
    val disclosable = setOf(
        ClaimPath.of("given_name"),
        ClaimPath.of("family_name"),
        ClaimPath.of("nationalities", ClaimPath.EACH),
        ClaimPath.of("address"),
        ClaimPath.of("address", "locality"),
    )
    val content = SdJwtContent(
        ISSUER, VCT, NOW, NOW, NOW.plus(Duration.ofDays(90)), device.jwk(),
        StatusReference("$ISSUER/status/7", 4711), claims, disclosable, decoys,
    )
    return SdJwtIssuer(state.key.signer(), state.certificate, SecureRandom()).issue(content)
}
