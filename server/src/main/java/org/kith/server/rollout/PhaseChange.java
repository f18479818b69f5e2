package org.kith.server.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.Rollout.Phase;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.rollout.PhaseChangeResult.AnotherWaits;
import org.kith.server.rollout.PhaseChangeResult.Changed;
import org.kith.server.rollout.PhaseChangeResult.Dropped;
import org.kith.server.rollout.PhaseChangeResult.NothingNew;
import org.kith.server.rollout.PhaseChangeResult.NothingWaits;
import org.kith.server.rollout.PhaseChangeResult.Proposed;
import org.kith.server.rollout.PhaseChangeResult.SecondPersonNeeded;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;
import org.kith.server.vault.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens, closes and limits a country: one manager proposes, another agrees.
@Service
public class PhaseChange {
    private final JdbcClient jdbc;
    private final Countries countries;
    private final Journal journal;
    private final Clock clock;

    PhaseChange(JdbcClient jdbc, Countries countries, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.countries = countries;
        this.journal = journal;
        this.clock = clock;
    }

    /// What waits for a second manager.
    public record Proposal(UUID id, CountryState wanted, OfficerId first) {}

    @Transactional
    public PhaseChangeResult propose(CountryState wanted, Officer manager) {
        if (countries.of(wanted.country()).equals(wanted)) return new NothingNew();
        if (!add(wanted, manager)) return new AnotherWaits();

        record(Deed.PHASE_PROPOSED, wanted, manager);
        return new Proposed();
    }

    @Transactional
    public PhaseChangeResult agree(UUID id, Officer manager) {
        var found = lock(id);
        if (found.isEmpty()) return new NothingWaits();
        if (found.get().first().equals(manager.id())) return new SecondPersonNeeded();

        var wanted = found.get().wanted();
        settle(id, "MADE", manager);
        countries.put(wanted);
        record(Deed.PHASE_CHANGED, wanted, manager);
        return new Changed();
    }

    /// Either manager may think better of it.
    @Transactional
    public PhaseChangeResult drop(UUID id, Officer manager) {
        var found = lock(id);
        if (found.isEmpty()) return new NothingWaits();

        settle(id, "DROPPED", null);
        record(Deed.PHASE_DROPPED, found.get().wanted(), manager);
        return new Dropped();
    }

    public List<Proposal> waiting() {
        return jdbc.sql("select * from rollout_proposal where state = 'PROPOSED' order by country")
                .query(PhaseChange::row)
                .list();
    }

    private Optional<Proposal> lock(UUID id) {
        var sql = "select * from rollout_proposal where id = :id and state = 'PROPOSED' for update";
        return jdbc.sql(sql).param("id", id).query(PhaseChange::row).optional();
    }

    private boolean add(CountryState wanted, Officer manager) {
        var sql = """
                insert into rollout_proposal (id, country, phase, quota, first, state, proposed_at)
                values (:id, :country, :phase, :quota, :first, 'PROPOSED', :now)
                on conflict do nothing
                """;
        return jdbc.sql(sql)
                        .param("id", UUID.randomUUID())
                        .param("country", wanted.country().value())
                        .param("phase", wanted.phase().name())
                        .param(
                                "quota",
                                wanted.quotaADay().isPresent()
                                        ? wanted.quotaADay().getAsInt()
                                        : null)
                        .param("first", manager.id().value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void settle(UUID id, String state, @Nullable Officer second) {
        var sql = """
                update rollout_proposal set state = :state, second = :second, settled_at = :now where id = :id
                """;
        jdbc.sql(sql)
                .param("state", state)
                .param("second", second == null ? null : second.id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private void record(Deed deed, CountryState wanted, Officer manager) {
        Details details = CountryState.details(wanted.country()).and(Detail.TO_STATE, wanted.phase());
        var quota = wanted.quotaADay();
        journal.record(
                deed,
                manager.as(Role.MANAGER),
                CountryState.asCase(wanted.country()),
                quota.isPresent() ? details.and(Detail.COUNT, quota.getAsInt()) : details);
    }

    private static Proposal row(ResultSet row, int number) throws SQLException {
        var quota = row.getInt("quota");
        return new Proposal(
                row.getObject("id", UUID.class),
                new CountryState(
                        new CountryCode(row.getString("country")),
                        Phase.valueOf(row.getString("phase")),
                        quota == 0 ? OptionalInt.empty() : OptionalInt.of(quota)),
                new OfficerId(row.getObject("first", UUID.class)));
    }
}
