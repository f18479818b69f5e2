package org.kith.server.identity;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Files on their way, and the sealed pieces of them that have arrived.
@Repository
public class Uploads {
    /// A file of 25 MB that comes in smaller bits than these is not a person's.
    static final int MOST_PIECES = 2000;

    private final JdbcClient jdbc;
    private final SealedFiles files;

    Uploads(JdbcClient jdbc, SealedFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    public Optional<Upload> find(UploadId id) {
        var sql = """
            select * from upload where id = :id
            """;
        return jdbc.sql(sql).param("id", id.value()).query(Uploads::row).optional();
    }

    /// Those still on their way, the oldest first.
    public List<Upload> of(ApplicationId application, Instant now) {
        var sql = """
            select * from upload
            where application = :application and outcome is null and expires_at > :now
            order by begun_at, id
            """;
        return jdbc.sql(sql)
                .param("application", application.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Uploads::row)
                .list();
    }

    List<UploadId> over(Instant now) {
        return jdbc.sql("select id from upload where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new UploadId(row.getObject("id", UUID.class)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Upload upload, byte @Nullable [] print, Instant now) {
        var sql = """
            insert into upload (id, application, evidence, bytes, print, begun_at, expires_at)
            values (:id, :application, :evidence, :bytes, :print, :now, :end)
            """;
        jdbc.sql(sql)
                .param("id", upload.id().value())
                .param("application", upload.application().value())
                .param("evidence", upload.evidence())
                .param("bytes", upload.bytes())
                .param("print", print)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("end", upload.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What its sender said the whole file's digest is, still sealed.
    Optional<byte[]> print(UploadId id) {
        return jdbc.sql("select print from upload where id = :id and print is not null")
                .param("id", id.value())
                .query(byte[].class)
                .optional();
    }

    /// Seals a piece onto the disk and acknowledges it; false if the upload is at another place by now, or over.
    /// The row comes after its file, in a statement of its own: no connection waits for a disk.
    boolean append(PersonId person, Upload upload, int start, byte[] piece, Instant now) {
        var file = files.add(person, piece);
        var sql = """
            with advanced as (
                update upload set received = received + :bytes
                where id = :upload and received = :start and outcome is null and expires_at > :now
                  and (select count(*) from upload_piece where upload = :upload) < :most
                returning id)
            insert into upload_piece (upload, start, bytes, file) select id, :start, :bytes, :file from advanced
            """;
        var taken = jdbc.sql(sql)
                        .param("upload", upload.id().value())
                        .param("start", start)
                        .param("bytes", piece.length)
                        .param("file", file)
                        .param("most", MOST_PIECES)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (!taken) files.remove(file);
        return taken;
    }

    /// All that has arrived, opened piece by piece as it is read.
    InputStream open(PersonId person, UploadId id) {
        return new SealedPieces(files, person, pieces(id));
    }

    /// Takes the upload in hand, unless somebody does already. Whoever was killed at it gives way after a while.
    boolean claim(UploadId id, Instant now, Instant sinceAtLeast) {
        var sql = """
            update upload set finishing_at = :now
            where id = :id and outcome is null and (finishing_at is null or finishing_at < :since)
            """;
        return jdbc.sql(sql)
                        .param("id", id.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("since", sinceAtLeast.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void release(UploadId id) {
        jdbc.sql("update upload set finishing_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    /// Writes down what came of it and lets go of the pieces. The row stays for whoever did not hear the answer.
    @Transactional
    public void end(UploadId id, String outcome) {
        jdbc.sql("update upload set outcome = :outcome, finishing_at = null, print = null where id = :id")
                .param("outcome", outcome)
                .param("id", id.value())
                .update();
        removePieces(id);
    }

    @Transactional
    public void remove(UploadId id) {
        removePieces(id);
        jdbc.sql("delete from upload where id = :id").param("id", id.value()).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void removeAll(Application application) {
        jdbc.sql("select id from upload where application = :application")
                .param("application", application.id().value())
                .query((row, _) -> new UploadId(row.getObject("id", UUID.class)))
                .list()
                .forEach(this::remove);
    }

    private void removePieces(UploadId id) {
        pieces(id).forEach(files::removeAfterCommit);
        jdbc.sql("delete from upload_piece where upload = :id")
                .param("id", id.value())
                .update();
    }

    private List<UUID> pieces(UploadId id) {
        return jdbc.sql("select file from upload_piece where upload = :id order by start")
                .param("id", id.value())
                .query((row, _) -> row.getObject("file", UUID.class))
                .list();
    }

    private static Upload row(ResultSet row, int number) throws SQLException {
        return new Upload(
                new UploadId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getString("evidence"),
                row.getInt("bytes"),
                row.getInt("received"),
                row.getString("outcome"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
