package org.kith.server.identity;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
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
                .query((row, number) -> new Sealed(row.getObject("id", UUID.class), row.getBytes("sealed")))
                .optional()
                .flatMap(found -> vault.open(application.person(), new Context(PURPOSE, found.id()), found.bytes()))
                .map(SignedForm::read);
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

    /// Writes a check down and gives the digest of what the officer will sign.
    @Transactional(propagation = Propagation.MANDATORY)
    byte[] add(Application application, IdentityCheck check, byte @Nullable [] photo) {
        var form = SignedForm.of(check, photo);
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
        jdbc.sql("delete from identity_check where application = :application")
                .param("application", application.id().value())
                .update();
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Sealed(UUID id, byte[] bytes) {}
}
