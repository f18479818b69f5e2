package org.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.kith.server.application.ApplicationId;
import org.kith.server.card.Card;
import org.kith.server.card.Cards;
import org.kith.server.decision.ApplicationApproved;
import org.kith.server.status.StatusPublisher;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Cards for tests that begin where a card is. The application is filed on real pages; that officers approved it is put
/// into the database.
@Component
public class SomeCard {
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final StatusPublisher publisher;
    private final Cards cards;
    private final JdbcClient jdbc;

    SomeCard(
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            StatusPublisher publisher,
            Cards cards,
            JdbcClient jdbc) {
        this.events = events;
        this.transaction = transaction;
        this.publisher = publisher;
        this.cards = cards;
        this.jdbc = jdbc;
    }

    /// Somebody with a card, signed in.
    public record Holder(Visitor visitor, Card card) {}

    public Holder holder(int port, SomeApplicant applicant) {
        var visitor = applicant.submitted(port);
        var application = jdbc.sql(
                        "select id from application where stage = 'SUBMITTED' order by started_at desc limit 1")
                .query(UUID.class)
                .single();
        return new Holder(visitor, issued(new ApplicationId(application)));
    }

    /// The card that comes of an application, wherever it stands.
    public Card issued(ApplicationId application) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update application set stage = 'APPROVED' where id = ?")
                    .param(application.value())
                    .update();
            events.publishEvent(new ApplicationApproved(application.value(), UUID.randomUUID()));
        });
        var patience = Instant.now().plus(Duration.ofSeconds(20));
        while (cards.of(application).isEmpty()) {
            assertThat(Instant.now()).as("the card is issued soon").isBefore(patience);
            Thread.onSpinWait();
        }
        publisher.publishDue();
        return cards.of(application).orElseThrow();
    }
}
