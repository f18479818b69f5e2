package org.kith.server;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Random;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Value;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.application.Stage;
import org.kith.server.programme.Programme;
import org.kith.server.vault.Context;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Applications that others have filed, put straight where a test needs them.
@Component
public class SomeApplication {
    private static final Value.Name LAYLA = new Value.Name("ليلى", "ميران", "LAYLA", "MIRAN");
    private static final Value.Passport PASSPORT =
            new Value.Passport("L898902C3", "XER", "XER", "MIRAN", "LAYLA", LocalDate.of(2039, 8, 9), "");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Programme programme;
    private final Applications applications;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Random random = new Random();

    SomeApplication(
            JdbcClient jdbc,
            Vault vault,
            Programme programme,
            Applications applications,
            Clock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.programme = programme;
        this.applications = applications;
        this.clock = clock;
        this.transaction = transaction;
    }

    public Application draft() {
        return of(newPerson(), Stage.DRAFT);
    }

    public Application submitted() {
        return of(newPerson(), Stage.SUBMITTED);
    }

    public PersonId newPerson() {
        return vault.enrol(new CountryCode("XER"));
    }

    /// An application of somebody named Layla Miran, born in 1991, who holds a passport of Erewhon. The server's own
    /// rounds see all of it or nothing.
    public Application of(PersonId person, Stage stage) {
        return Objects.requireNonNull(transaction.execute(_ -> put(person, stage)));
    }

    private Application put(PersonId person, Stage stage) {
        var id = ApplicationId.random();
        var filed = stage != Stage.DRAFT;
        var sql = """
            insert into application (id, person, stage, pack, reference, residence, started_at, filed_at, revision)
            values (:id, :person, :stage, :pack, :reference, 'XER', :now, :filed, 0)
            """;
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(sql)
                .param("id", id.value())
                .param("person", person.value())
                .param("stage", stage.name())
                .param("pack", programme.current().digest())
                .param("reference", filed ? reference().value() : null)
                .param("now", now)
                .param("filed", filed ? now : null)
                .update();
        // All of them hold the same passport: that they are one person is looked for in other tests.
        jdbc.sql("insert into looked_for (application, basis, at) values (?, ?, ?)")
                .params(id.value(), id.value(), now)
                .update();
        answer(id, person, "name", LAYLA);
        answer(id, person, "birth_date", new Value.Day(new PartialDate(1991, 5, 3)));
        answer(id, person, "passport", PASSPORT);
        return applications.find(id).orElseThrow();
    }

    private void answer(ApplicationId id, PersonId person, String question, Value value) {
        var sql = """
            insert into answer (application, question, version, sealed, saved_at) values (:id, :question, 1, :sealed, :now)
            """;
        var plain = new JsonMapper().writeValueAsBytes(value.neutral());
        jdbc.sql(sql)
                .param("id", id.value())
                .param("question", question)
                .param("sealed", vault.seal(person, new Context("answer." + question, id.value()), plain))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Reference reference() {
        var alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var body = new StringBuilder("UTO");
        for (var i = 0; i < 7; i++) body.append(alphabet.charAt(random.nextInt(32)));
        return alphabet.chars()
                .mapToObj(check -> Reference.parse(body.toString() + (char) check))
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
