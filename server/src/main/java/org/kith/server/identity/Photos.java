package org.kith.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.centre.BookingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The photos taken at counters, one a visit.
@Repository
public class Photos {
    private final JdbcClient jdbc;
    private final SealedFiles files;

    Photos(JdbcClient jdbc, SealedFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /// A photo, still sealed.
    ///
    /// @param sha256 of the picture, which the officer's check names
    /// @param hints  what an officer may want to look at before it is used
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Photo(BookingId booking, UUID file, byte[] sha256, Instant takenAt, Set<PictureHint> hints) {
        public Photo {
            hints = Set.copyOf(hints);
        }
    }

    public Optional<Photo> of(BookingId booking) {
        var sql = """
            select * from photo where booking = :booking
            """;
        return jdbc.sql(sql)
                .param("booking", booking.value())
                .query(Photos::row)
                .optional();
    }

    /// The photo of the visit at which the identity was confirmed, as a JPEG; nothing if the person has been erased.
    public Optional<byte[]> confirmed(Application application) {
        var sql = """
            select photo.* from photo join identity_check checked on checked.booking = photo.booking
            where checked.application = :application and checked.confirmed
            order by checked.checked_at desc limit 1
            """;
        return jdbc.sql(sql)
                .param("application", application.id().value())
                .query(Photos::row)
                .optional()
                .flatMap(photo -> open(application, photo));
    }

    Optional<byte[]> open(Application owner, Photo photo) {
        return files.open(owner.person(), photo.file());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(Application application, BookingId booking, Page page, UUID officer, Instant now) {
        of(booking).ifPresent(before -> files.removeAfterCommit(before.file()));
        var sql = """
            insert into photo (booking, file, width, height, bytes, sha256, taken_at, officer, hints)
            values (:booking, :file, :width, :height, :bytes, :sha256, :now, :officer, :hints)
            on conflict (booking) do update set
                file = excluded.file, width = excluded.width, height = excluded.height, bytes = excluded.bytes,
                sha256 = excluded.sha256, taken_at = excluded.taken_at, officer = excluded.officer,
                hints = excluded.hints
            """;
        jdbc.sql(sql)
                .param("booking", booking.value())
                .param("file", files.add(application.person(), page.jpeg()))
                .param("width", page.width())
                .param("height", page.height())
                .param("bytes", page.jpeg().length)
                .param("sha256", SignedForm.digest(page.jpeg()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("officer", officer)
                .param("hints", PictureHint.written(page.hints()))
                .update();
    }

    /// Every photo taken for an application, at whichever visit.
    List<Photo> all(Application application) {
        var sql = """
            select photo.* from photo join booking on booking.id = photo.booking
            where booking.application = :application
            """;
        return jdbc.sql(sql)
                .param("application", application.id().value())
                .query(Photos::row)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(Photo photo) {
        jdbc.sql("delete from photo where booking = :booking")
                .param("booking", photo.booking().value())
                .update();
        files.removeAfterCommit(photo.file());
    }

    private static Photo row(ResultSet row, int number) throws SQLException {
        return new Photo(
                new BookingId(row.getObject("booking", UUID.class)),
                row.getObject("file", UUID.class),
                row.getBytes("sha256"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                PictureHint.read(row.getString("hints")));
    }
}
