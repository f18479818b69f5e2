package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.kith.server.card.Cards;
import org.springframework.beans.factory.annotation.Autowired;

/// Names made to break things go the whole way, over every desk, to the card on the screen and on paper.
class HostileNameTest extends ServerTest {
    @Autowired
    private SomeCase cases;

    @Autowired
    private Cards cards;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "𠮷𡈽 😀 𝔘",
                "Anna\u202Enna\u2066\u200B",
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "Ana ${7*7} {0,number} @if(true)",
                "=cmd|' /C calc'!A0",
                "Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308",
                "مريم\u200C\u200D Mary"
            })
    void a_name_made_to_break_things_reaches_the_card_harmlessly(String given) {
        var email = "name-" + UUID.randomUUID() + "@example.org";
        var who = new SomeApplicant(email, given, given, "MARY", "SMITH", SomeApplicant.passport("XH", email));
        var layla = cases.confirmed(port, who);

        var castell = Visitor.asOfficer(port, "caseworker");
        harmless(castell.get("/desk/cases"));
        castell.post(layla.address() + "/take", Map.of());
        castell.get(layla.address());
        harmless(castell.post(layla.address() + "/open", Map.of("purpose", "DECISION")));
        var reason = "Agreed: " + given;
        harmless(castell.decide(
                layla.address() + "/decide", Map.of("verdict", "approve", "ground", "descent", "reason", reason)));
        var oriel = Visitor.asOfficer(port, "supervisor");
        oriel.get(layla.address());
        var opened = oriel.post(layla.address() + "/open", Map.of("purpose", "SECOND_SIGNATURE"));
        harmless(opened);
        oriel.decide(opened.find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\""), Map.of());
        soon(() -> cards.of(layla.id()).isPresent());

        var card = layla.person().get("/card");
        harmless(card);
        assertThat(card.status()).isEqualTo(200);
        assertThat(new String(layla.person().download("/card/print", Map.of()), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        var message = layla.person().get("/messages").find("href=\"(/messages/[0-9a-f-]+)\"");
        harmless(layla.person().get(message));
        harmless(layla.person().get("/home"));
    }

    private static void harmless(Visitor.Answer answer) {
        assertThat(answer.status()).isLessThan(400);
        assertThat(answer.body())
                .doesNotContain("<script>alert", "<img src=x", "Exception", " 49 ")
                .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\u0000]");
    }

    private static void soon(java.util.function.BooleanSupplier condition) {
        var patience = java.time.Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(java.time.Instant.now()).as("it happens soon").isBefore(patience);
            Thread.onSpinWait();
        }
    }
}
