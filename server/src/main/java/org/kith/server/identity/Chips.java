package org.kith.server.identity;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.centre.BookingId;
import org.kith.server.vault.Context;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What was read of passport chips, one a visit, sealed under each person's key.
@Repository
public class Chips implements GoesWithAnswers {
    private static final String PURPOSE = "chip_reading.sealed";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final SealedFiles files;

    Chips(JdbcClient jdbc, Vault vault, SealedFiles files) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.files = files;
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Row(byte[] sealed, @Nullable UUID portrait) {}

    /// What was read at a visit; nothing if nothing was, or the person has been erased.
    public Optional<ChipReading> of(Application application, BookingId booking) {
        return row(booking)
                .flatMap(row -> vault.open(application.person(), new Context(PURPOSE, booking.value()), row.sealed()))
                .map(ChipForm::read);
    }

    /// Whether the chip's portrait is there, not yet let go of.
    public boolean hasPortrait(BookingId booking) {
        return row(booking).filter(row -> row.portrait() != null).isPresent();
    }

    /// The portrait, drawn anew as a JPEG.
    Optional<byte[]> portrait(Application application, BookingId booking) {
        return row(booking)
                .flatMap(row -> Optional.ofNullable(row.portrait()))
                .flatMap(file -> files.open(application.person(), file));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(
            Application application, BookingId booking, UUID officer, ChipReading reading, byte @Nullable [] portrait) {
        row(booking).flatMap(row -> Optional.ofNullable(row.portrait())).ifPresent(files::removeAfterCommit);
        var sql = """
            insert into chip_reading (booking, application, officer, sealed, portrait, read_at)
            values (:booking, :application, :officer, :sealed, :portrait, :at)
            on conflict (booking) do update
            set officer = excluded.officer, sealed = excluded.sealed, portrait = excluded.portrait,
                read_at = excluded.read_at
            """;
        var context = new Context(PURPOSE, booking.value());
        jdbc.sql(sql)
                .param("booking", booking.value())
                .param("application", application.id().value())
                .param("officer", officer)
                .param("sealed", vault.seal(application.person(), context, ChipForm.of(reading)))
                .param("portrait", portrait == null ? null : files.add(application.person(), portrait))
                .param("at", reading.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// From the decision on, nobody has a use for the chip's portrait.
    @Transactional(propagation = Propagation.MANDATORY)
    void removePortraits(ApplicationId application) {
        var sql = """
            update chip_reading set portrait = null
            from (select booking, portrait from chip_reading
                  where application = :application and portrait is not null for update) before
            where chip_reading.booking = before.booking
            returning before.portrait
            """;
        jdbc.sql(sql)
                .param("application", application.value())
                .query((row, number) -> row.getObject("portrait", UUID.class))
                .list()
                .forEach(files::removeAfterCommit);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(Application application) {
        removePortraits(application.id());
        jdbc.sql("delete from chip_reading where application = :application")
                .param("application", application.id().value())
                .update();
    }

    private Optional<Row> row(BookingId booking) {
        return jdbc.sql("select sealed, portrait from chip_reading where booking = :booking")
                .param("booking", booking.value())
                .query((row, number) -> new Row(row.getBytes("sealed"), row.getObject("portrait", UUID.class)))
                .optional();
    }
}
