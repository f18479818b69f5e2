package org.kith.server.desk;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kith.pack.question.Value;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.identity.Comparison;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.identity.PassportComparison;
import org.kith.server.identity.PassportField;
import org.kith.server.identity.Photos;
import org.kith.server.identity.Sameness;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds the person who stands at a counter without their doors. **Nothing shows before number and passport agree with
/// somebody whose identity was confirmed, and every look is written down first.**
@Service
public class RecoveryRoom {
    /// A new passport has another number and another end; these it shares with the old one.
    private static final Set<PassportField> LASTING =
            EnumSet.of(PassportField.SURNAME, PassportField.GIVEN_NAMES, PassportField.BIRTH_DATE);

    private final Applications applications;
    private final IdentityChecks checks;
    private final PassportComparison passports;
    private final Photos photos;
    private final Journal journal;

    RecoveryRoom(
            Applications applications,
            IdentityChecks checks,
            PassportComparison passports,
            Photos photos,
            Journal journal) {
        this.applications = applications;
        this.checks = checks;
        this.passports = passports;
        this.photos = photos;
        this.journal = journal;
    }

    /// Whom number and passport lead to.
    ///
    /// @param photo as a JPEG; none where it is kept no longer
    public record Found(Application application, String name, Optional<byte[]> photo) {}

    @Transactional
    public Optional<Found> look(String reference, String lines, Actor.Officer registrar) {
        var application = Reference.parse(reference).flatMap(applications::byReference);
        if (application.isEmpty()) return Optional.empty();
        var found = application.get();
        if (!fits(found, lines)) {
            journal.record(
                    Deed.ACCESS_REFUSED,
                    registrar,
                    found.person(),
                    subject(found.id().value()));
            return Optional.empty();
        }

        journal.look(
                Deed.PERSON_LOOKED_UP,
                registrar,
                found.person(),
                subject(found.id().value()),
                LookPurpose.PERSONS_OWN_REQUEST);
        var name = passports.declared(found).name().map(Value.Name::inOwnScript).orElse("");
        return Optional.of(new Found(found, name, photos.confirmed(found)));
    }

    private boolean fits(Application application, String lines) {
        var lasting = passports.compare(application, lines).stream()
                .filter(row -> LASTING.contains(row.field()))
                .map(Comparison::sameness)
                .toList();
        return checks.confirmedBy(application).isPresent()
                && lasting.size() == LASTING.size()
                && lasting.stream().allMatch(each -> each == Sameness.SAME);
    }

    private static Case subject(UUID application) {
        return new Case(CaseKind.APPLICATION, application);
    }
}
