package org.kith.server.decision;

import org.kith.server.application.ApplicationId;
import org.kith.server.application.ApplicationMoved;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.notify.AddressBook;
import org.kith.server.notify.Contact;
import org.kith.server.programme.Programme;
import org.kith.server.staff.OfficerEntry;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.kith.server.vault.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps the list of cases as the applications are, in the same transaction. A list that was behind would give a case
/// out twice, or to nobody.
@Component
class FollowCases {
    private final Applications applications;
    private final Casework casework;
    private final IdentityChecks checks;
    private final Officers officers;
    private final ObjectProvider<AddressBook> books;
    private final Programme programme;
    private final Impartiality impartiality;

    FollowCases(
            Applications applications,
            Casework casework,
            IdentityChecks checks,
            Officers officers,
            ObjectProvider<AddressBook> books,
            Programme programme,
            Impartiality impartiality) {
        this.applications = applications;
        this.casework = casework;
        this.checks = checks;
        this.officers = officers;
        this.books = books;
        this.programme = programme;
        this.impartiality = impartiality;
    }

    @EventListener
    void on(ApplicationMoved moved) {
        var id = new ApplicationId(moved.applicationId());
        switch (moved.stage()) {
            case DRAFT, SUBMITTED, BOOKED -> {}
            case IDENTITY_CONFIRMED -> begin(id);
            case UNDER_REVIEW -> {
                casework.follow(id, moved.stage());
                if (moved.from() != Stage.IDENTITY_CONFIRMED) free(id, moved.from());
            }
            default -> casework.follow(id, moved.stage());
        }
    }

    /// What comes back from an appeal, or from two who differ, waits for somebody who had no hand in it.
    private void free(ApplicationId id, Stage from) {
        var application = applications.find(id).orElseThrow();
        casework.holder(id)
                .filter(holder -> from == Stage.APPEALED
                        || from == Stage.APPEAL_PROPOSED
                        || !impartiality.mayDecide(application, holder))
                .ifPresent(holder -> casework.release(id, holder));
    }

    private void begin(ApplicationId id) {
        var application = applications.find(id).orElseThrow();
        var registrar = checks.confirmedBy(application).map(OfficerId::new);
        var unit = registrar.flatMap(officers::find).map(OfficerEntry::unit);
        casework.begin(application, language(application.person()), registrar.orElse(null), unit.orElse(null));
    }

    /// A child's letters are read by its guardians.
    private String language(PersonId person) {
        return books.stream()
                .flatMap(book -> book.contact(person).stream())
                .map(Contact::language)
                .findFirst()
                .orElseGet(() -> programme.languages().getFirst())
                .toLanguageTag();
    }
}
