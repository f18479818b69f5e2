package org.kith.server.identity;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

/// Checks between the officer's last button and their signature, sealed like the check itself.
@Repository
class PreparedChecks {
    private static final String PURPOSE = "check_prepared.sealed";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final CheckSignatures signatures;

    PreparedChecks(JdbcClient jdbc, Vault vault, CheckSignatures signatures) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.signatures = signatures;
    }

    Optional<PreparedCheck> of(BookingId booking, Application application) {
        var sql = """
            select check_id, sealed, digest, needs_second, prepared_at from check_prepared where booking = :booking
            """;
        return jdbc.sql(sql)
                .param("booking", booking.value())
                .query((row, number) -> new Row(
                        row.getObject("check_id", UUID.class),
                        row.getBytes("sealed"),
                        row.getBytes("digest"),
                        row.getBoolean("needs_second"),
                        row.getObject("prepared_at", OffsetDateTime.class)))
                .optional()
                .flatMap(row -> vault.open(application.person(), new Context(PURPOSE, row.id()), row.sealed())
                        .map(form -> new PreparedCheck(
                                booking,
                                SignedForm.read(form),
                                form,
                                row.digest(),
                                row.needsSecond(),
                                row.preparedAt().toInstant())));
    }

    /// Takes the place of what was prepared for this visit before, and of a second officer's signature under that.
    @Transactional(propagation = Propagation.MANDATORY)
    void put(PreparedCheck prepared, Application application) {
        remove(prepared.booking());
        var check = prepared.check();
        var sql = """
            insert into check_prepared (booking, check_id, officer, sealed, digest, needs_second, prepared_at)
            values (:booking, :check, :officer, :sealed, :digest, :second, :at)
            """;
        jdbc.sql(sql)
                .param("booking", prepared.booking().value())
                .param("check", check.id().value())
                .param("officer", check.officer())
                .param(
                        "sealed",
                        vault.seal(
                                application.person(),
                                new Context(PURPOSE, check.id().value()),
                                prepared.form()))
                .param("digest", prepared.digest())
                .param("second", prepared.needsSecond())
                .param("at", prepared.preparedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The check was signed; its signatures stay.
    @Transactional(propagation = Propagation.MANDATORY)
    void signed(BookingId booking) {
        jdbc.sql("delete from check_prepared where booking = :booking")
                .param("booking", booking.value())
                .update();
    }

    private void remove(BookingId booking) {
        var sql = "delete from check_prepared where booking = :booking returning check_id";
        jdbc.sql(sql)
                .param("booking", booking.value())
                .query(UUID.class)
                .optional()
                .ifPresent(check -> signatures.remove(new CheckId(check)));
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Row(UUID id, byte[] sealed, byte[] digest, boolean needsSecond, OffsetDateTime preparedAt) {}
}
