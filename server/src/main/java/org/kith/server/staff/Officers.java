package org.kith.server.staff;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.OfficerNumber;
import org.kith.server.keys.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The staff register.
@Repository
public class Officers {
    private static final String COLUMNS =
            "id, number, name, unit, roles, state, confirmed, invited_by, reenrol_by from officer";

    private final JdbcClient jdbc;
    private final Codes codes;
    private final Clock clock;

    Officers(JdbcClient jdbc, Codes codes, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.clock = clock;
    }

    /// The officer, if they may work at this moment. Asked at every request, so that disabling works at the next click.
    public Optional<Officer> active(OfficerId id) {
        return find(id).filter(entry -> entry.state() == OfficerState.ACTIVE).map(OfficerEntry::asOfficer);
    }

    public Optional<OfficerEntry> find(OfficerId id) {
        var sql = "select " + COLUMNS + " where id = ?";
        return jdbc.sql(sql).param(id.value()).query(Officers::entry).optional();
    }

    /// The officer behind a pseudonymous number.
    public Optional<OfficerEntry> byNumber(OfficerNumber number) {
        var sql = "select " + COLUMNS + " where number = ?";
        return jdbc.sql(sql).param(number.value()).query(Officers::entry).optional();
    }

    public List<OfficerEntry> all() {
        var sql = "select " + COLUMNS + " order by state = 'DISABLED', name, number";
        return jdbc.sql(sql).query(Officers::entry).list();
    }

    Optional<OfficerEntry> lock(OfficerId id) {
        var sql = "select " + COLUMNS + " where id = ? for update";
        return jdbc.sql(sql).param(id.value()).query(Officers::entry).optional();
    }

    /// Held to the end of the transaction by whoever makes or unmakes a manager, so that two at once cannot both be
    /// the first.
    void lockRegister() {
        jdbc.sql("lock table officer in share row exclusive mode").update();
    }

    boolean hasManager() {
        var sql = "select exists (select 1 from officer where 'MANAGER' = any (roles) and state <> 'DISABLED')";
        return jdbc.sql(sql).query(Boolean.class).single();
    }

    int activeManagers() {
        var sql = "select count(*) from officer where 'MANAGER' = any (roles) and state = 'ACTIVE'";
        return jdbc.sql(sql).query(Integer.class).single();
    }

    void add(OfficerId id, Invitation invitation, boolean confirmed, @Nullable OfficerId invitedBy) {
        var unit = invitation.unit();
        var sql = """
                insert into officer (id, number, name, unit, roles, state, confirmed, invited_by, created)
                values (:id, :number, :name, :unit, :roles, 'INVITED', :confirmed, :invited_by, :created)
                """;
        jdbc.sql(sql)
                .param("id", id.value())
                .param("number", codes.pseudonym(id.value()))
                .param("name", invitation.name())
                .param("unit", unit == null ? null : unit.value())
                .param("roles", names(invitation.roles()))
                .param("confirmed", confirmed)
                .param("invited_by", invitedBy == null ? null : invitedBy.value())
                .param("created", OffsetDateTime.now(clock))
                .update();
    }

    void move(OfficerId id, OfficerState state) {
        jdbc.sql("update officer set state = ? where id = ?")
                .params(state.name(), id.value())
                .update();
    }

    void confirm(OfficerId id, @Nullable OfficerId by) {
        jdbc.sql("update officer set confirmed = true, confirmed_by = :by where id = :id")
                .param("by", by == null ? null : by.value())
                .param("id", id.value())
                .update();
    }

    void askReenrolment(OfficerId id, @Nullable OfficerId by) {
        jdbc.sql("update officer set reenrol_by = :by where id = :id")
                .param("by", by == null ? null : by.value())
                .param("id", id.value())
                .update();
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static OfficerEntry entry(ResultSet row, int index) throws SQLException {
        var unit = row.getObject("unit", UUID.class);
        return new OfficerEntry(
                new OfficerId(row.getObject("id", UUID.class)),
                new OfficerNumber(row.getLong("number")),
                row.getString("name"),
                unit == null ? null : new UnitId(unit),
                roles(row.getArray("roles")),
                OfficerState.valueOf(row.getString("state")),
                row.getBoolean("confirmed"),
                officer(row.getObject("invited_by", UUID.class)),
                officer(row.getObject("reenrol_by", UUID.class)));
    }

    private static Set<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable OfficerId officer(@Nullable UUID id) {
        return id == null ? null : new OfficerId(id);
    }
}
