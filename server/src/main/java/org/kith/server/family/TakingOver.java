package org.kith.server.family;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.account.Accounts;
import org.kith.server.application.Applications;
import org.kith.server.application.CheckCharacter;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.family.GuardianConsent.Obstacle;
import org.kith.server.family.TakeOverResult.Busy;
import org.kith.server.family.TakeOverResult.Done;
import org.kith.server.family.TakeOverResult.WrongCode;
import org.kith.server.site.LinkSecret;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands a young adult what a guardian began for them: by a code from a registrar who has their passport in hand, into
/// an account of their own. What they do with it then, go on or delete, is theirs to choose.
@Service
public class TakingOver {
    static final Duration VALID = Duration.ofDays(30);
    private static final int LENGTH = 12;

    private final Children children;
    private final Families families;
    private final GuardianConsent consent;
    private final Applications applications;
    private final Accounts accounts;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TakingOver(
            Children children,
            Families families,
            GuardianConsent consent,
            Applications applications,
            Accounts accounts,
            Vault vault,
            JdbcClient jdbc,
            Journal journal,
            Clock clock) {
        this.children = children;
        this.families = families;
        this.consent = consent;
        this.applications = applications;
        this.accounts = accounts;
        this.vault = vault;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// A code to hand over; empty for whoever did not come of age here. An earlier one stops working.
    @Transactional
    public Optional<String> code(PersonId person, Actor.Officer registrar) {
        if (consent.obstacle(person).filter(Obstacle.OWN_CHOICE::equals).isEmpty()) return Optional.empty();

        var code = CheckCharacter.random(LENGTH, random);
        jdbc.sql("update child set code_hash = ?, code_until = ? where person = ?")
                .params(LinkSecret.hashOf(code), Timestamp.from(clock.instant().plus(VALID)), person.value())
                .update();
        journal.record(Deed.TAKE_OVER_CODE_MADE, registrar, person, FamilyCase.accountOf(person));
        return Optional.of(code.replaceAll("(.{4})(?=.)", "$1 "));
    }

    /// Gives the account that signed in what the code stands for. The person that the account was until now had
    /// nothing, and is gone.
    @Transactional
    public TakeOverResult takeOver(PersonId signedIn, String typed) {
        var code = CheckCharacter.unambiguous(CheckCharacter.plain(typed));
        var found = waiting(code);
        if (found.isEmpty()) return new WrongCode();
        if (hasSomething(signedIn)) return new Busy();

        var person = found.get();
        accounts.moveTo(person, signedIn);
        jdbc.sql("delete from child where person = ?").param(person.value()).update();
        families.grownUp(person);
        journal.record(Deed.TAKEN_OVER, Actor.of(person), person, FamilyCase.accountOf(person));
        vault.erase(signedIn);
        return new Done();
    }

    private Optional<PersonId> waiting(String code) {
        var sql = "select person from child where code_hash = :code and code_until > :now for update";
        return jdbc.sql(sql)
                .param("code", LinkSecret.hashOf(code))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
                .optional();
    }

    private boolean hasSomething(PersonId person) {
        return applications.openOf(person).isPresent()
                || families.of(person).isPresent()
                || !children.ofGuardian(person).isEmpty();
    }
}
