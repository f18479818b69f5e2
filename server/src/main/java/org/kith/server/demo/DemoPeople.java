package org.kith.server.demo;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.kith.server.account.Accounts;
import org.kith.server.account.EmailAddress;
import org.kith.server.keys.Codes;
import org.kith.server.site.Brand;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Puts the invented people in their places before the first page is served. The officers are
/// written into the register by hand, here, with passkeys in software, so that the register itself keeps no way around
/// enrolment.
@Component
@OnlyInDemonstration
public class DemoPeople implements ApplicationRunner {
    /// The address of the invented applicant.
    public static final EmailAddress ANA = new EmailAddress("ana@example.org");

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Codes codes;
    private final Brand brand;
    private final DemoCentres centres;
    private final DemoKeys keys;
    private final Clock clock;

    DemoPeople(
            JdbcClient jdbc,
            Accounts accounts,
            Codes codes,
            Brand brand,
            DemoCentres centres,
            DemoKeys keys,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.codes = codes;
        this.brand = brand;
        this.centres = centres;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        accounts.open(ANA, brand.fallback());
        for (var officer : DemoOfficer.values()) add(officer);
        keys.register();
    }

    private void add(DemoOfficer officer) {
        var sql = """
                insert into officer (id, number, name, unit, roles, state, confirmed, created)
                values (:id, :number, :name, :unit, :roles, 'ACTIVE', true, :created)
                on conflict (id) do update set unit = excluded.unit
                """;
        jdbc.sql(sql)
                .param("id", officer.id().value())
                .param("number", codes.pseudonym(officer.id().value()))
                .param("name", officer.person())
                .param(
                        "unit",
                        centres.of(officer).map(centre -> centre.id().value()).orElse(null))
                .param("roles", new String[] {officer.role().name()})
                .param("created", OffsetDateTime.now(clock))
                .update();
    }
}
