package org.kith.server.decision;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.kith.pack.Pack;
import org.kith.pack.question.Detail;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Question;
import org.kith.pack.question.Value;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.Decisions.Draft;
import org.kith.server.staff.OfficerId;
import org.kith.server.vault.Context;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A world of people with decisions about them, the same for the same seed.
final class SomeWorld {
    private static final OfficerId OFFICER = new OfficerId(new java.util.UUID(7, 7));

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Adjudication adjudication;
    private final Decisions decisions;
    private final Applications applications;

    SomeWorld(JdbcClient jdbc, Vault vault, Adjudication adjudication, Decisions decisions, Applications applications) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.adjudication = adjudication;
        this.decisions = decisions;
        this.applications = applications;
    }

    /// So many people who filed under that pack, on days over two years, each with a decision.
    List<Decision> of(Pack pack, int many, long seed) {
        var random = new Random(seed);
        var made = new ArrayList<Decision>();
        for (var i = 0; i < many; i++) {
            var filed = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(700));
            made.add(decided(filed(pack, filed, random)));
        }
        return made;
    }

    private Decision decided(Application application) {
        var words = DecisionWords.refusing("The register names another family.", "A record of the town.")
                .restingOn(List.of(), adjudication.trace(application).canonical());
        var draft = new Draft(
                Subject.of(application.id()),
                application.person(),
                Verdict.ANNOUNCE_REFUSAL,
                application.pack(),
                null,
                words,
                null);
        return decisions.add(draft, State.MADE, OFFICER, null);
    }

    private Application filed(Pack pack, LocalDate day, RandomGenerator random) {
        var id = ApplicationId.random();
        var person = vault.enrol(new CountryCode("XER"));
        jdbc.sql("""
                insert into application (id, person, stage, pack, residence, started_at, filed_at, revision)
                values (:id, :person, 'UNDER_REVIEW', :pack, 'XER', :at, :at, 0)
                """)
                .param("id", id.value())
                .param("person", person.value())
                .param("pack", pack.digest())
                .param("at", day.atTime(12, 0).atOffset(ZoneOffset.UTC))
                .update();
        for (var question : pack.questions().all()) {
            value(question, random).ifPresent(value -> answer(id, person, question.id(), value));
        }
        return applications.find(id).orElseThrow();
    }

    private void answer(ApplicationId id, PersonId person, String question, Value value) {
        var plain = new JsonMapper().writeValueAsBytes(value.neutral());
        jdbc.sql("insert into answer (application, question, version, sealed, saved_at) values (?, ?, 1, ?, now())")
                .params(id.value(), question, vault.seal(person, new Context("answer." + question, id.value()), plain))
                .update();
    }

    /// Whatever a person may answer; one in eight leaves it out, one in eight does not know.
    private static Optional<Value> value(Question question, RandomGenerator random) {
        var luck = random.nextInt(8);
        if (luck == 0) return Optional.empty();
        if (luck == 1 && question.notKnown()) return Optional.of(new Value.NotKnown());
        return Optional.ofNullable(
                switch (question.type()) {
                    case TEXT, LONG_TEXT -> new Value.Text("Amaurot " + random.nextInt(100));
                    case DATE -> new Value.Day(date(question, random));
                    case COUNTRY ->
                        new Value.Country(List.of("XER", "XPH", "XRU", "XOR", "UTO", "FRA")
                                .get(random.nextInt(6)));
                    case CHOICE ->
                        new Value.Choice(question.choices()
                                .get(random.nextInt(question.choices().size()))
                                .code());
                    case YES_NO -> new Value.YesNo(random.nextBoolean());
                    case NAME -> new Value.Name("ليلى", "Brenn", "LAYLA", "BRENN");
                    case PASSPORT ->
                        new Value.Passport("L898902C3", "XER", "XER", "BRENN", "LAYLA", LocalDate.of(2039, 8, 9), "");
                    case ADDRESS -> new Value.Address("XER", "1 Long Street", "Lindow", "", "");
                    case GROUP -> group(question, random);
                    case DOCUMENTS -> null;
                });
    }

    private static PartialDate date(Question question, RandomGenerator random) {
        var year = 1900 + random.nextInt(120);
        if (question.partial() && random.nextBoolean()) return new PartialDate(year, 0, 0);
        return new PartialDate(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static Value group(Question question, RandomGenerator random) {
        var items = new ArrayList<Value.Item>();
        var members = question.group().map(Detail.Group::members).orElse(List.of());
        for (var i = random.nextInt(4); i > 0; i--) {
            var said = new LinkedHashMap<String, Value>();
            for (var member : members) value(member, random).ifPresent(value -> said.put(member.name(), value));
            items.add(new Value.Item("i" + i, Map.copyOf(said)));
        }
        return new Value.Group(items, random.nextInt(5) > 0);
    }
}
