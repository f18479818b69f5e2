package org.kith.server.matching;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.Lookups;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The codes by which applications are found: of exact values, under keys that are not in the database. Nobody can read
/// them, list them or ask for part of one.
@Repository
class LookUpCodes {
    private final JdbcClient jdbc;
    private final Lookups lookups;
    private final Vault vault;
    private final Clock clock;

    LookUpCodes(JdbcClient jdbc, Lookups lookups, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.lookups = lookups;
        this.vault = vault;
        this.clock = clock;
    }

    /// Notes that an application is looked up for what lies in `basis`; false where it was before, perhaps a moment
    /// ago.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begin(Application application, UUID basis) {
        var sql = """
                insert into looked_for (application, basis, at) values (:application, :basis, :now)
                on conflict do nothing
                """;
        return jdbc.sql(sql)
                        .param("application", application.id().value())
                        .param("basis", basis)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /// Holds these values until the transaction ends: of two people who file one document at once, the second finds the
    /// first.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Set<Feature> features) {
        features.stream()
                .map(each -> lookups.of(CountryCode.UNKNOWN, each.kind().lookUp(), each.value()))
                .map(code -> ByteBuffer.wrap(code).getLong())
                .sorted()
                .forEach(number -> jdbc.sql("select pg_advisory_xact_lock(:number)::text")
                        .param("number", number)
                        .query(String.class)
                        .single());
    }

    /// Under the key of the country whose key wraps the person's.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Application application, Set<Feature> features) {
        var country = vault.country(application.person());
        var sql = """
                insert into look_up_code (code, application, person, kind) values (:code, :application, :person, :kind)
                on conflict do nothing
                """;
        for (var feature : features) {
            jdbc.sql(sql)
                    .param("code", lookups.of(country, feature.kind().lookUp(), feature.value()))
                    .param("application", application.id().value())
                    .param("person", application.person().value())
                    .param("kind", feature.kind().name())
                    .update();
        }
    }

    /// Other people's applications with one of these features, wherever they live.
    Map<ApplicationId, Set<MatchKind>> find(Application application, Set<Feature> features) {
        var codes = features.stream()
                .flatMap(each -> lookups.everywhere(each.kind().lookUp(), each.value()).stream())
                .toList();
        if (codes.isEmpty()) return Map.of();

        var sql = """
                select distinct application, kind from look_up_code
                where code in (:codes) and person <> :person
                """;
        var found = new LinkedHashMap<ApplicationId, Set<MatchKind>>();
        jdbc.sql(sql)
                .param("codes", codes)
                .param("person", application.person().value())
                .query((row, _) -> found.computeIfAbsent(
                                new ApplicationId(row.getObject("application", UUID.class)),
                                _ -> EnumSet.noneOf(MatchKind.class))
                        .add(MatchKind.valueOf(row.getString("kind"))))
                .list();
        return found;
    }

    /// Holds the documents of an application until the transaction ends; false where another holds one of them.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holdDocuments(Application application) {
        var own = jdbc.sql("select code from look_up_code where application = ? and kind = 'DOCUMENT' order by code")
                .param(application.id().value())
                .query((row, _) -> row.getBytes("code"))
                .list();
        return own.stream()
                .allMatch(code -> jdbc.sql("select pg_try_advisory_xact_lock(:number)")
                        // Not the number by which they are looked for.
                        .param("number", ByteBuffer.wrap(code).getLong() + 1)
                        .query(Boolean.class)
                        .single());
    }

    /// Other people's applications with the same document.
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<ApplicationId> sharingADocument(Application application) {
        var sql = """
                select distinct other.application from look_up_code own
                join look_up_code other on other.code = own.code and other.person <> own.person
                where own.application = :application and own.kind = 'DOCUMENT'
                """;
        return Set.copyOf(jdbc.sql(sql)
                .param("application", application.id().value())
                .query((row, _) -> new ApplicationId(row.getObject("application", UUID.class)))
                .list());
    }

    List<ApplicationId> applications(PersonId person) {
        return jdbc.sql("select distinct application from look_up_code where person = :person")
                .param("person", person.value())
                .query((row, _) -> new ApplicationId(row.getObject("application", UUID.class)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(ApplicationId application) {
        jdbc.sql("delete from look_up_code where application = :application")
                .param("application", application.value())
                .update();
    }
}
