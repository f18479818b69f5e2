package org.kith.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.centre.BookingId;
import org.kith.server.vault.Context;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The checks at counters, sealed under each person's key.
@Repository
public class IdentityChecks {
    private static final String PURPOSE = "identity_check.sealed";

    private final JdbcClient jdbc;
    private final Vault vault;

    IdentityChecks(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /// The last check of an application; nothing if there was none, or its person has been erased.
    public Optional<IdentityCheck> lastOf(Application application) {
        var sql = """
            select id, sealed from identity_check where application = :application order by checked_at desc limit 1
            """;
        return jdbc.sql(sql)
                .param("application", application.id().value())
                .query(IdentityChecks::sealed)
                .optional()
                .flatMap(found -> open(application, found))
                .map(SignedForm::read);
    }

    /// All checks of an application, the newest first.
    List<IdentityCheck> all(Application application) {
        var sql = """
            select id, sealed from identity_check where application = :application order by checked_at desc
            """;
        return jdbc
                .sql(sql)
                .param("application", application.id().value())
                .query(IdentityChecks::sealed)
                .list()
                .stream()
                .flatMap(found -> open(application, found).stream())
                .map(SignedForm::read)
                .toList();
    }

    /// The check that finished a visit.
    public Optional<CheckId> at(BookingId booking) {
        var sql = """
            select id from identity_check where booking = :booking
            """;
        return jdbc.sql(sql)
                .param("booking", booking.value())
                .query(UUID.class)
                .optional()
                .map(CheckId::new);
    }

    boolean exists(CheckId id) {
        return jdbc.sql("select exists (select 1 from identity_check where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /// What was signed, to the letter.
    Optional<byte[]> form(Application application, CheckId id) {
        var sql = """
            select id, sealed from identity_check where id = :id and application = :application
            """;
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("application", application.id().value())
                .query(IdentityChecks::sealed)
                .optional()
                .flatMap(found -> open(application, found));
    }

    /// The registrar who confirmed an identity, who may not also decide.
    public Optional<UUID> confirmedBy(Application application) {
        var sql = """
            select officer from identity_check where application = :application and confirmed
            order by checked_at desc limit 1
            """;
        return jdbc.sql(sql)
                .param("application", application.id().value())
                .query(UUID.class)
                .optional();
    }

    /// Writes a signed check down, and gives its digest.
    @Transactional(propagation = Propagation.MANDATORY)
    byte[] add(Application application, IdentityCheck check, byte[] form) {
        var digest = SignedForm.digest(form);
        var reason = check.notConfirmed();
        var sql = """
            insert into identity_check
                (id, application, booking, officer, confirmed, reason, sealed, digest, checked_at)
            values (:id, :application, :booking, :officer, :confirmed, :reason, :sealed, :digest, :at)
            """;
        jdbc.sql(sql)
                .param("id", check.id().value())
                .param("application", check.application().value())
                .param("booking", check.booking().value())
                .param("officer", check.officer())
                .param("confirmed", check.confirmed())
                .param("reason", reason == null ? null : reason.name())
                .param(
                        "sealed",
                        vault.seal(
                                application.person(),
                                new Context(PURPOSE, check.id().value()),
                                form))
                .param("digest", digest)
                .param("at", check.at().atOffset(ZoneOffset.UTC))
                .update();
        return digest;
    }

    /// What officers wrote down at the counter for an application that is over, and led to no card.
    @Transactional(propagation = Propagation.MANDATORY)
    void removeAll(Application application) {
        var unsigned =
                "delete from check_signature where check_id in (select id from identity_check where application = ?)";
        jdbc.sql(unsigned).param(application.id().value()).update();
        jdbc.sql("delete from identity_check where application = :application")
                .param("application", application.id().value())
                .update();
    }

    private Optional<byte[]> open(Application application, Sealed found) {
        return vault.open(application.person(), new Context(PURPOSE, found.id()), found.bytes());
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(row.getObject("id", UUID.class), row.getBytes("sealed"));
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Sealed(UUID id, byte[] bytes) {}
}
