package org.kith.server.demo;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.kith.server.keys.Codes;
import org.kith.server.staff.UnitId;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Puts the invented people in their places before the first page is served. The officers have no passkeys and are
/// written into the register by hand, here, so that the register itself keeps no way around enrolment.
@Component
@OnlyInDemonstration
class DemoPeople implements ApplicationRunner {
    private final JdbcClient jdbc;
    private final Codes codes;
    private final Clock clock;

    DemoPeople(JdbcClient jdbc, Codes codes, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var officer : DemoOfficer.values()) add(officer);
    }

    private void add(DemoOfficer officer) {
        var sql = """
                insert into officer (id, number, name, unit, roles, state, confirmed, created)
                values (:id, :number, :name, :unit, :roles, 'ACTIVE', true, :created)
                on conflict (id) do nothing
                """;
        jdbc.sql(sql)
                .param("id", officer.id().value())
                .param("number", codes.pseudonym(officer.id().value()))
                .param("name", officer.person())
                .param("unit", officer.unit().map(UnitId::value).orElse(null))
                .param("roles", new String[] {officer.role().name()})
                .param("created", OffsetDateTime.now(clock))
                .update();
    }
}
