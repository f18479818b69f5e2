package org.kith.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.audit.JournalVerdict.Whole;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class JournalUnderLoadTest extends ServerTest {
    private static final int PEOPLE = 12;
    private static final int DEEDS = 60;

    @Autowired
    Journal journal;

    @Autowired
    JournalVerification verification;

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transaction;

    private final Case application = new Case(CaseKind.APPLICATION, UUID.randomUUID());

    /// Each deed concerns everybody, in another order: were chains locked as they are met, most would wait in a circle.
    @Test
    void deeds_that_concern_the_same_people_at_once_are_all_written_and_none_waits_for_ever() throws Exception {
        var people = new ArrayList<PersonId>();
        for (var i = 0; i < PEOPLE; i++) people.add(vault.enrol(CountryCode.UNKNOWN));

        var deeds = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < DEEDS; i++) {
            var order = new ArrayList<>(people);
            Collections.rotate(order, i);
            if (i % 2 == 0) Collections.reverse(order);
            deeds.add(() -> concerning(order));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var deed : threads.invokeAll(deeds)) assertThat(deed.get()).isTrue();
        }

        for (var person : people) {
            assertThat(journal.of(person, JournalPage.START, 2 * DEEDS).entries())
                    .hasSize(DEEDS);
        }
        assertThat(verification.verify(_ -> {})).isInstanceOf(Whole.class);
    }

    @Test
    void a_long_deed_holds_nobody_up() throws Exception {
        var person = vault.enrol(CountryCode.UNKNOWN);
        var recorded = new CountDownLatch(1);
        var done = new CountDownLatch(1);

        try (var threads = Executors.newFixedThreadPool(1)) {
            var slow = threads.submit(() -> transaction.execute(_ -> {
                journal.record(Deed.DOCUMENT_ADDED, Actor.of(person), person, application);
                recorded.countDown();
                return waited(done);
            }));
            recorded.await();
            journal.record(Deed.ANSWER_SAVED, Actor.of(person), person, application);
            done.countDown();
            slow.get();
        }

        assertThat(journal.of(person, JournalPage.START, 10).entries())
                .extracting(Entry::deed)
                .containsExactly(Deed.DOCUMENT_ADDED, Deed.ANSWER_SAVED);
    }

    private Boolean concerning(Iterable<PersonId> people) {
        return transaction.execute(_ -> {
            for (var person : people) journal.record(Deed.SUBMITTED, Actor.of(person), person, application);
            return true;
        });
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
