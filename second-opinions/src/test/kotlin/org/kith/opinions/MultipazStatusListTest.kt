package org.kith.opinions

import java.time.Duration
import kotlin.time.Clock
import kotlin.time.Duration.Companion.days
import kotlin.time.Duration.Companion.hours
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.kith.credential.status.Status
import org.kith.credential.status.StatusList as OurList
import org.kith.credential.status.StatusListCwt
import org.kith.credential.status.StatusListIssuer
import org.kith.credential.status.StatusListTerms
import org.kith.credential.status.StatusListToken
import org.kith.opinions.SomeState.Companion.ISSUER
import org.kith.opinions.SomeState.Companion.NOW
import org.multipaz.crypto.AsymmetricKey
import org.multipaz.revocation.StatusList

/** Status lists as JWT and CWT, theirs and ours. */
class MultipazStatusListTest {
    private val state = SomeState()

    @Test
    fun they_read_both_forms_of_our_list_by_its_root() = runBlocking<Unit> {
        val list = OurList.ofSize(2, 1 shl 20)
        list.set(7, Status.INVALID)
        list.set(1_000_000, Status.SUSPENDED)
        val terms = StatusListTerms(URI, NOW, NOW.plus(Duration.ofDays(7)), Duration.ofMinutes(15), "$ISSUER/status")
        val signed = StatusListIssuer(state.key.signer(), state.certificate).sign(terms, list)

        val read = listOf(
            StatusList.fromJwt(signed.jwt(), state.root.theirs()),
            StatusList.fromCwt(signed.cwt(), state.root.theirs()),
        )

        assertThat(read).allSatisfy {
            assertThat(it[7]).isEqualTo(1)
            assertThat(it[1_000_000]).isEqualTo(2)
            assertThat(it[8]).isZero()
        }
        assertThatThrownBy { runBlocking { StatusList.fromCwt(signed.cwt(), SomeState().root.theirs()) } }
            .isInstanceOf(Exception::class.java)
    }

    @Test
    fun we_read_both_forms_of_their_list() = runBlocking<Unit> {
        val theirs = StatusList.Builder(2).apply {
            addStatus(7, 1)
            addStatus(1_000, 2)
        }.build().compress(12.hours)
        val key = AsymmetricKey.NamedExplicit(state.key.signer().keyId(), state.key.theirs())
        val keys = mapOf(state.key.signer().keyId() to state.key.jwk())

        val read = listOf(
            StatusListToken.verify(theirs.serializeAsJwt(key, URI), URI, keys),
            StatusListCwt.verify(theirs.serializeAsCwt(key, URI), URI, keys),
        )

        assertThat(read).allSatisfy {
            assertThat(it.status(7)).isEqualTo(Status.INVALID)
            assertThat(it.status(1_000)).isEqualTo(Status.SUSPENDED)
            assertThat(it.status(8)).isEqualTo(Status.VALID)
        }
    }

    private companion object {
        const val URI = "$ISSUER/status/1"
    }
}
