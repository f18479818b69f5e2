package org.kith.server.status;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kith.credential.status.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The store of lists, of what is not valid in them, and of what is yet to be published.
@Repository
class StatusLists {
    /// Rows that are held at once while a list is read.
    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;

    StatusLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> nextPositions(ListPurpose purpose, int count) {
        return jdbc.sql("select nextval(cast(:sequence as regclass)) from generate_series(1, :count)")
                .param("sequence", purpose.sequence())
                .param("count", count)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// The number last given out, or none yet.
    Optional<Long> lastPosition(ListPurpose purpose) {
        return jdbc.sql("select last_value from %s where is_called".formatted(purpose.sequence()))
                .query(Long.class)
                .optional();
    }

    /// From now on numbers are given out from `position` on; those before count as given.
    void continueAt(ListPurpose purpose, long position) {
        jdbc.sql("select setval(cast(:sequence as regclass), :last)")
                .param("sequence", purpose.sequence())
                .param("last", position - 1)
                .query(Long.class)
                .single();
    }

    /// Whether this database is new enough to know the purpose.
    boolean knows(ListPurpose purpose) {
        return jdbc.sql("select to_regclass(:sequence) is not null")
                .param("sequence", purpose.sequence())
                .query(Boolean.class)
                .single();
    }

    void open(int list, Instant now) {
        jdbc.sql("insert into status_list (id, opened_at) values (:id, :now) on conflict do nothing")
                .param("id", list)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Whether the entry now has this status: what is revoked keeps being so.
    boolean set(int list, int position, Status status) {
        return status == Status.VALID ? clear(list, position) : put(list, position, status);
    }

    private boolean put(int list, int position, Status status) {
        var sql = """
                insert into status_entry (list, position, status) values (:list, :position, :status)
                on conflict (list, position) do update set status = excluded.status
                where status_entry.status <> 1 or excluded.status = 1
                """;
        return jdbc.sql(sql)
                        .param("list", list)
                        .param("position", position)
                        .param("status", status.value())
                        .update()
                == 1;
    }

    private boolean clear(int list, int position) {
        jdbc.sql("delete from status_entry where list = :list and position = :position and status <> 1")
                .param("list", list)
                .param("position", position)
                .update();
        return status(list, position) == Status.VALID;
    }

    Status status(int list, int position) {
        return jdbc.sql("select status from status_entry where list = :list and position = :position")
                .param("list", list)
                .param("position", position)
                .query(Integer.class)
                .optional()
                .map(Status::of)
                .orElse(Status.VALID);
    }

    void noteChange(int list) {
        jdbc.sql("insert into status_change (list) values (:list)")
                .param("list", list)
                .update();
    }

    /// Lists that changed, were never published in both forms, or were last published before `old` or under another
    /// address than `start` and their number. What changed goes first.
    List<Integer> due(Instant old, String start) {
        var sql = """
                select id from status_list
                where issued_at is null or issued_at <= :old or address is distinct from :start || id
                      or cwt_of is distinct from etag
                      or id in (select list from status_change)
                order by id in (select list from status_change) desc, id
                """;
        return jdbc.sql(sql)
                .param("old", old.atOffset(ZoneOffset.UTC))
                .param("start", start)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /// Locks a list for its publication, unless another node is at it. The inner value is when it was last issued.
    Optional<Turn> lock(int list) {
        return jdbc.sql("select issued_at from status_list where id = :id for update skip locked")
                .param("id", list)
                .query((row, _) -> new Turn(instant(row.getObject("issued_at", OffsetDateTime.class))))
                .optional();
    }

    record Turn(@Nullable Instant lastIssued) {}

    /// Removes what is noted by now. Read the entries after, and none noted is missing from them.
    int takeChanges(int list) {
        return jdbc.sql("delete from status_change where list = :list")
                .param("list", list)
                .update();
    }

    void forEach(int list, BiConsumer<Integer, Status> action) {
        jdbc.sql("select position, status from status_entry where list = :list")
                .param("list", list)
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    action.accept(row.getInt("position"), Status.of(row.getInt("status")));
                });
    }

    /// Both forms at once, or neither.
    void publish(int list, String address, Instant issued, Duration life, PublishedList<String> jwt, byte[] cwt) {
        var sql = """
                update status_list set address = :address, issued_at = :issued, expires_at = :expires, etag = :etag, token = :token,
                       cwt = :cwt, cwt_of = :etag
                where id = :id
                """;
        jdbc.sql(sql)
                .param("id", list)
                .param("address", address)
                .param("issued", issued.atOffset(ZoneOffset.UTC))
                .param("expires", issued.plus(life).atOffset(ZoneOffset.UTC))
                .param("etag", jwt.etag())
                .param("token", jwt.token())
                .param("cwt", cwt)
                .update();
    }

    Optional<String> etag(int list) {
        return jdbc.sql("select etag from status_list where id = :id and etag is not null")
                .param("id", list)
                .query(String.class)
                .optional();
    }

    Optional<PublishedList<String>> published(int list) {
        return jdbc.sql("select etag, token from status_list where id = :id and etag is not null")
                .param("id", list)
                .query((row, _) -> new PublishedList<>(row.getString("etag"), row.getString("token")))
                .optional();
    }

    Optional<PublishedList<byte[]>> publishedCwt(int list) {
        return jdbc.sql("select etag, cwt from status_list where id = :id and cwt_of = etag")
                .param("id", list)
                .query((row, _) -> new PublishedList<>(row.getString("etag"), row.getBytes("cwt")))
                .optional();
    }

    List<Integer> published() {
        return jdbc.sql("select id from status_list where etag is not null order by id")
                .query((row, _) -> row.getInt("id"))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
