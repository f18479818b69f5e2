package org.kith.server.identity;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.kith.credential.emrtd.MasterList.Csca;
import org.kith.credential.emrtd.TrustedStates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The certificates of states whose passports are believed, as master lists brought them.
@Repository
class TrustedPassports {
    private final JdbcClient jdbc;
    private final Clock clock;

    TrustedPassports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Those of one state, by its two letters: no other may vouch for a passport of it.
    TrustedStates of(String country) {
        var sql = """
            select distinct on (fingerprint) certificate from csca_certificate
            where country = :country and gone_at is null
            """;
        return TrustedStates.of(jdbc.sql(sql)
                .param("country", country)
                .query((row, number) -> row.getBytes("certificate"))
                .list());
    }

    /// Fingerprints of the certificates that may vouch for a list.
    Set<String> anchors() {
        var sql = "select encode(fingerprint, 'hex') as hex from csca_anchor";
        return new HashSet<>(
                jdbc.sql(sql).query((row, number) -> row.getString("hex")).list());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void confirm(String fingerprint) {
        jdbc.sql("insert into csca_anchor (fingerprint, confirmed_at) values (:print, :now) on conflict do nothing")
                .param("print", HexFormat.of().parseHex(fingerprint))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// How a publisher's new list differs from the one before.
    record Change(int added, int known, int gone) {}

    @Transactional(propagation = Propagation.MANDATORY)
    Change replace(String publisher, byte[] list, List<Csca> certificates) {
        // One import at a time: two would each take the other's certificates for gone.
        jdbc.sql("lock table csca_certificate in share row exclusive mode").update();
        var added = certificates.stream()
                .mapToInt(each -> put(publisher, list, each))
                .sum();
        var sql = """
            update csca_certificate set gone_at = :now
            where publisher = :publisher and list <> :list and gone_at is null
            """;
        var gone = jdbc.sql(sql)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("publisher", publisher)
                .param("list", list)
                .update();
        var distinct = certificates.stream().map(Csca::fingerprint).distinct().count();
        return new Change(added, (int) distinct - added, gone);
    }

    /// 1 if it was not believed before.
    private int put(String publisher, byte[] list, Csca csca) {
        var sql = """
            with before as (
                select 1 from csca_certificate
                where publisher = :publisher and fingerprint = :fingerprint and gone_at is null
            )
            insert into csca_certificate
                (publisher, fingerprint, certificate, country, subject_key, valid_from, valid_until, list, imported_at)
            values (:publisher, :fingerprint, :certificate, :country, :key, :from, :until, :list, :now)
            on conflict (publisher, fingerprint) do update set list = excluded.list, gone_at = null
            returning not exists (select 1 from before)
            """;
        return jdbc.sql(sql)
                        .param("publisher", publisher)
                        .param("fingerprint", HexFormat.of().parseHex(csca.fingerprint()))
                        .param("certificate", csca.certificate())
                        .param("country", csca.country())
                        .param("key", csca.subjectKey())
                        .param("from", csca.from().atOffset(ZoneOffset.UTC))
                        .param("until", csca.until().atOffset(ZoneOffset.UTC))
                        .param("list", list)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single()
                ? 1
                : 0;
    }
}
