package org.kith.server;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kith.server.centre.Centres;
import org.kith.server.staff.Invitation;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.kith.server.staff.Role;
import org.kith.server.staff.Staff;
import org.kith.server.staff.StaffResult;
import org.kith.server.staff.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Officers beyond the demonstration's, written into the register by hand.
@Component
public class SomeOfficers {
    private final JdbcClient jdbc;
    private final Officers officers;
    private final Staff staff;
    private final Centres centres;
    private final Clock clock;

    SomeOfficers(JdbcClient jdbc, Officers officers, Staff staff, Centres centres, Clock clock) {
        this.jdbc = jdbc;
        this.officers = officers;
        this.staff = staff;
        this.centres = centres;
        this.clock = clock;
    }

    public List<Officer> caseworkers(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> one(null, Role.CASEWORKER))
                .toList();
    }

    /// The link with which a new registrar of a centre makes their passkey.
    public String invitedRegistrar(String centre) {
        var unit = new UnitId(centres.byCode(centre).orElseThrow().id().value());
        var manager = officers.all().stream()
                .filter(entry -> entry.name().equals("D. Brandt"))
                .findFirst()
                .flatMap(entry -> officers.active(entry.id()))
                .orElseThrow();
        var invitation = new Invitation("R. " + UUID.randomUUID(), Set.of(Role.REGISTRAR), unit);
        return ((StaffResult.Linked) staff.invite(invitation, manager)).link().address();
    }

    /// An active officer.
    ///
    /// @param unit where they work; null for headquarters
    public Officer one(@Nullable UUID unit, Role... roles) {
        var id = OfficerId.random();
        var number = Math.floorMod(id.value().getMostSignificantBits(), 9_000_000_000L) + 1_000_000_000L;
        var sql = """
            insert into officer (id, number, name, unit, roles, state, confirmed, created)
            values (:id, :number, :name, :unit, :roles, 'ACTIVE', true, :now)
            """;
        jdbc.sql(sql)
                .param("id", id.value())
                .param("number", number)
                .param("name", "O. " + number)
                .param("unit", unit)
                .param("roles", List.of(roles).stream().map(Role::name).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return officers.active(id).orElseThrow();
    }
}
