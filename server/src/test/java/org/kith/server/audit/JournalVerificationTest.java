package org.kith.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jws;
import org.kith.credential.signing.Signer;
import org.kith.server.ServerTest;
import org.kith.server.audit.JournalVerdict.ChainRewritten;
import org.kith.server.audit.JournalVerdict.CheckpointForged;
import org.kith.server.audit.JournalVerdict.CheckpointRemoved;
import org.kith.server.audit.JournalVerdict.EndAltered;
import org.kith.server.audit.JournalVerdict.EntryAltered;
import org.kith.server.audit.JournalVerdict.EntryRemoved;
import org.kith.server.audit.JournalVerdict.TailCut;
import org.kith.server.audit.JournalVerdict.Whole;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody with all rights over the database changes the journal; each test takes the harm back when it is over.
class JournalVerificationTest extends ServerTest {
    @Autowired
    Journal journal;

    @Autowired
    JournalVerification verification;

    @Autowired
    SignCheckpoint checkpoint;

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transaction;

    private PersonId person;
    private int chain;
    private long first;

    @BeforeEach
    void a_person_with_three_entries() {
        person = vault.enrol(CountryCode.UNKNOWN);
        chain = (int) (person.value().getLeastSignificantBits() & Link.CHAINS - 1);
        var application = new Case(CaseKind.APPLICATION, UUID.randomUUID());
        journal.record(Deed.DRAFT_STARTED, Actor.of(person), person, application);
        journal.record(
                Deed.ANSWER_SAVED,
                Actor.of(person),
                person,
                application,
                Details.of(Detail.QUESTION, new Code("birth-place")));
        journal.record(Deed.SUBMITTED, Actor.of(person), person, application);
        first = end() - 2;
    }

    @Test
    void a_journal_nobody_touched_is_whole() {
        checkpoint.sign();

        assertThat(verification.verify(_ -> {})).isInstanceOf(Whole.class);
    }

    @Test
    void an_erased_person_leaves_the_journal_whole() {
        vault.erase(person);

        assertThat(verification.verify(_ -> {})).isInstanceOf(Whole.class);
    }

    @Test
    void an_altered_deed_is_found() {
        var verdict =
                afterTampering("update journal set deed = 'WITHDRAWN' where chain = :chain and position = :first");

        assertThat(verdict).isEqualTo(new EntryAltered(chain, first));
    }

    @Test
    void a_deed_that_never_was_one_is_found() {
        var verdict =
                afterTampering("update journal set deed = 'some text' where chain = :chain and position = :first");

        assertThat(verdict).isEqualTo(new EntryAltered(chain, first));
    }

    @Test
    void an_altered_time_is_found() {
        var verdict = afterTampering("""
                update journal set at = at + interval '1 microsecond' where chain = :chain and position = :first
                """);

        assertThat(verdict).isEqualTo(new EntryAltered(chain, first));
    }

    @Test
    void an_altered_commitment_is_found() {
        var verdict = afterTampering("""
                update journal set commitment = sha256(commitment) where chain = :chain and position = :first + 1
                """);

        assertThat(verdict).isEqualTo(new EntryAltered(chain, first + 1));
    }

    @Test
    void an_entry_removed_from_the_middle_is_found() {
        var verdict = afterTampering("delete from journal where chain = :chain and position = :first + 1");

        assertThat(verdict).isEqualTo(new EntryRemoved(chain, first + 1));
    }

    @Test
    void a_tail_cut_off_is_found() {
        var verdict = afterTampering("delete from journal where chain = :chain and position > :first");

        assertThat(verdict).isEqualTo(new TailCut(chain, first + 1));
    }

    @Test
    void a_tail_cut_off_below_a_checkpoint_is_found_even_if_the_chain_says_it_ends_there() {
        checkpoint.sign();

        var verdict = afterTampering("""
                with cut as (delete from journal where chain = :chain and position > :first)
                update journal_chain set length = :first,
                       hash = (select hash from journal where chain = :chain and position = :first)
                where chain = :chain
                """);

        assertThat(verdict).isEqualTo(new TailCut(chain, first + 1));
    }

    @Test
    void a_chain_written_anew_under_a_checkpoint_is_found() {
        checkpoint.sign();
        var signed = end();

        var verdict = inVain(() -> {
            jdbc.sql("delete from journal where chain = :chain")
                    .param("chain", chain)
                    .update();
            jdbc.sql("update journal_chain set length = 0, hash = :zero where chain = :chain")
                    .param("zero", Hash.ZERO.bytes())
                    .param("chain", chain)
                    .update();
            rewrite(signed);
        });

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        ChainRewritten.class,
                        rewritten -> assertThat(rewritten.chain()).isEqualTo(chain));
    }

    @Test
    void an_end_that_is_not_the_last_entry_is_found() {
        var verdict =
                afterTampering("update journal_chain set hash = sha256(hash) where chain = :chain and :first > 0");

        assertThat(verdict).isEqualTo(new EndAltered(chain));
    }

    @Test
    void a_missing_end_is_found() {
        var verdict = afterTampering("delete from journal_chain where chain = :chain and :first > 0");

        assertThat(verdict).isEqualTo(new EndAltered(chain));
    }

    @Test
    void a_checkpoint_signed_anew_differs_from_the_one_kept_outside(@TempDir Path folder) throws Exception {
        checkpoint.sign();
        var file = Files.write(folder.resolve("kept.json"), published());
        var held = List.of(HeldCheckpoint.read(file));
        var number = newestCheckpoint();

        var verdict = inVain(
                () -> {
                    jdbc.sql("delete from journal_checkpoint where number = :number")
                            .param("number", number)
                            .update();
                    jdbc.sql("delete from journal where chain = :chain and position > :first")
                            .param("chain", chain)
                            .param("first", first)
                            .update();
                    jdbc.sql("""
                            update journal_chain set length = :first,
                                   hash = (select hash from journal where chain = :chain and position = :first)
                            where chain = :chain
                            """).param("chain", chain).param("first", first).update();
                    checkpoint.sign();
                },
                held);

        assertThat(verdict).isEqualTo(new CheckpointForged(number));
    }

    @Test
    void a_forged_checkpoint_is_found() throws Exception {
        checkpoint.sign();
        var number = newestCheckpoint();

        var forged = signedBySomebodyElse(newestToken());
        var verdict = inVain(() -> jdbc.sql("update journal_checkpoint set token = :token where number = :number")
                .param("token", forged)
                .param("number", number)
                .update());

        assertThat(verdict).isEqualTo(new CheckpointForged(number));
    }

    @Test
    void a_checkpoint_removed_from_the_middle_is_found() {
        checkpoint.sign();
        var number = newestCheckpoint();
        a_person_with_three_entries();
        checkpoint.sign();

        var verdict = inVain(() -> jdbc.sql("delete from journal_checkpoint where number = :number")
                .param("number", number)
                .update());

        assertThat(verdict).isEqualTo(new CheckpointRemoved(number));
    }

    @Test
    void what_was_cut_together_with_its_checkpoint_shows_by_one_kept_outside(@TempDir Path folder) throws Exception {
        checkpoint.sign();
        var file = Files.write(folder.resolve("kept.json"), published());
        var number = newestCheckpoint();
        var held = List.of(HeldCheckpoint.read(file));
        assertThat(verification.verify(_ -> {}, held)).isInstanceOf(Whole.class);

        var verdict = inVain(
                () -> jdbc.sql("delete from journal_checkpoint where number = :number")
                        .param("number", number)
                        .update(),
                held);

        assertThat(verdict).isEqualTo(new CheckpointRemoved(number));
    }

    @Test
    void two_checkpoints_are_not_signed_where_nothing_happened_between() {
        checkpoint.sign();
        var number = newestCheckpoint();

        checkpoint.sign();

        assertThat(newestCheckpoint()).isEqualTo(number);
    }

    /// As the server itself would write them, had these things happened.
    private void rewrite(long entries) {
        var links = new Links(jdbc);
        var hash = Hash.ZERO;
        for (var position = 1L; position <= entries; position++) {
            var at = Instant.parse("2026-11-22T10:00:00Z");
            var entry = new Entry(
                    new EntryId(UUID.randomUUID()), at, Deed.SUBMITTED, Actor.of(person), person, null, null, at);
            var link = new Link(chain, position, entry, null);
            hash = link.hash(hash);
            links.add(link, hash);
        }
        links.move(new Links.Head(chain, entries, hash));
    }

    private JournalVerdict afterTampering(String sql) {
        return inVain(() -> {
            var changed =
                    jdbc.sql(sql).param("chain", chain).param("first", first).update();
            assertThat(changed).isPositive();
        });
    }

    private JournalVerdict inVain(Runnable harm) {
        return inVain(harm, List.of());
    }

    private JournalVerdict inVain(Runnable harm, List<HeldCheckpoint> held) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            unlock();
            harm.run();
            return verification.verify(_ -> {}, held);
        });
    }

    /// Only a superuser can, and only like this; see [AppendOnlyTest].
    private void unlock() {
        jdbc.sql("set local session_replication_role = replica").update();
    }

    private long end() {
        return jdbc.sql("select length from journal_chain where chain = :chain")
                .param("chain", chain)
                .query(Long.class)
                .single();
    }

    private long newestCheckpoint() {
        return jdbc.sql("select max(number) from journal_checkpoint")
                .query(Long.class)
                .single();
    }

    private String newestToken() {
        return jdbc.sql("select token from journal_checkpoint order by number desc limit 1")
                .query(String.class)
                .single();
    }

    /// The same words, under a key that calls itself ours.
    private String signedBySomebodyElse(String token) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var theirs = Es256.signer((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
        var ours = Jws.parse(token);
        var pretending = new Signer() {
            @Override
            public String keyId() {
                return ours.kid().orElseThrow();
            }

            @Override
            public byte[] sign(byte[] message) {
                return theirs.sign(message);
            }
        };
        return Jws.sign(ours.typ(), ours.payload(), pretending);
    }

    private byte[] published() throws Exception {
        var address = URI.create("http://localhost:" + port + "/.well-known/kith-journal.json");
        var request = HttpRequest.newBuilder(address).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();
    }
}
