package org.kith.server.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kith.credential.status.StatusReference;
import org.kith.server.card.CardCopy.Kind;
import org.kith.server.card.WalletCopy.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The copies of cards. Of what has run out nothing is kept.
@Repository
class CardCopies {
    private final JdbcClient jdbc;

    CardCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that still count, the newest first.
    List<CardCopy> counting(CardId card, Instant now) {
        var sql = """
                select * from card_copy where card = :card and ended_at is null and ends_at > :now
                order by made_at desc, label desc
                """;
        return jdbc.sql(sql)
                .param("card", card.value())
                .param("now", Timestamp.from(now))
                .query(CardCopies::row)
                .list();
    }

    /// Prints that have not run out, those that ended of late too.
    List<CardCopy> prints(CardId card) {
        var sql = "select * from card_copy where card = :card and kind = 'PRINT' order by label desc";
        return jdbc.sql(sql).param("card", card.value()).query(CardCopies::row).list();
    }

    Optional<CardCopy> find(CardCopy.Id id) {
        var sql = "select * from card_copy where id = :id";
        return jdbc.sql(sql).param("id", id.value()).query(CardCopies::row).optional();
    }

    CardCopy add(CardId card, Kind kind, StatusReference status, Instant now, Instant endsAt) {
        var sql = """
                with counted as (
                    update card set prints = prints + case :kind when 'PRINT' then 1 else 0 end
                    where id = :card returning prints)
                insert into card_copy (id, card, kind, label, list, position, made_at, ends_at)
                select :id, :card, :kind, case :kind when 'PRINT' then prints else 0 end, :list, :position, :now, :ends from counted
                returning *
                """;
        return jdbc.sql(sql)
                .param("id", UUID.randomUUID())
                .param("card", card.value())
                .param("kind", kind.name())
                .param("list", status.uri())
                .param("position", status.index())
                .param("now", Timestamp.from(now))
                .param("ends", Timestamp.from(endsAt))
                .query(CardCopies::row)
                .single();
    }

    /// A whole batch in one statement.
    List<WalletCopy> add(
            CardId card,
            UUID wallet,
            List<Wanted> wanted,
            List<StatusReference> statuses,
            Instant now,
            Instant endsAt) {
        var made = IntStream.range(0, wanted.size())
                .mapToObj(i -> new WalletCopy(
                        new CardCopy.Id(UUID.randomUUID()),
                        wanted.get(i).format(),
                        wanted.get(i).key(),
                        statuses.get(i),
                        endsAt))
                .toList();
        var sql = """
                insert into card_copy (id, card, kind, label, list, position, made_at, ends_at, format, thumbprint, wallet)
                select id, :card, 'WALLET', 0, list, position, :now, :ends, format, thumbprint, :wallet
                from unnest(:ids::uuid[], :lists::text[], :positions::int[], :formats::text[], :thumbprints::bytea[])
                    as copy (id, list, position, format, thumbprint)
                """;
        jdbc.sql(sql)
                .param("card", card.value())
                .param("now", Timestamp.from(now))
                .param("ends", Timestamp.from(endsAt))
                .param("wallet", wallet)
                .param("ids", made.stream().map(copy -> copy.id().value()).toArray(UUID[]::new))
                .param("lists", made.stream().map(copy -> copy.status().uri()).toArray(String[]::new))
                .param(
                        "positions",
                        made.stream().map(copy -> copy.status().index()).toArray(Integer[]::new))
                .param(
                        "formats",
                        made.stream().map(copy -> copy.format().name()).toArray(String[]::new))
                .param(
                        "thumbprints",
                        made.stream()
                                .map(copy ->
                                        Base64.getUrlDecoder().decode(copy.key().thumbprint()))
                                .toArray(byte[][]::new))
                .update();
        return made;
    }

    /// Those of a wallet that still count.
    List<CardCopy> ofWallet(UUID wallet, Instant now) {
        var sql = "select * from card_copy where wallet = :wallet and ended_at is null and ends_at > :now";
        return jdbc.sql(sql)
                .param("wallet", wallet)
                .param("now", Timestamp.from(now))
                .query(CardCopies::row)
                .list();
    }

    void end(CardCopy copy, Instant now) {
        var sql = "update card_copy set ended_at = :now where id = :id and ended_at is null";
        jdbc.sql(sql)
                .param("now", Timestamp.from(now))
                .param("id", copy.id().value())
                .update();
    }

    void remove(CardCopy.Id id) {
        jdbc.sql("delete from card_copy where id = ?").param(id.value()).update();
    }

    /// Copies of some kinds made for a card since a moment, whatever became of them.
    int madeSince(CardId card, Instant since, Kind... kinds) {
        var sql = "select count(*) from card_copy where card = :card and made_at > :since and kind in (:kinds)";
        return jdbc.sql(sql)
                .param("card", card.value())
                .param("since", Timestamp.from(since))
                .param("kinds", Stream.of(kinds).map(Kind::name).toList())
                .query(Integer.class)
                .single();
    }

    /// Of what has run out nothing is kept, nor of what was ended long ago: the one says so itself, the other's
    /// position is revoked for good.
    int removeOver(Instant before, int most) {
        var sql = """
                delete from card_copy
                where id in (select id from card_copy where ends_at < :before or ended_at < :before limit :most)
                """;
        return jdbc.sql(sql)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    private static CardCopy row(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new CardCopy(
                new CardCopy.Id(row.getObject("id", UUID.class)),
                new CardId(row.getObject("card", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getInt("label"),
                new StatusReference(row.getString("list"), row.getInt("position")),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
