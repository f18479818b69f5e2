package org.kith.server.staff;

import java.util.Optional;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.passkey.Passkeys;
import org.kith.server.staff.EnrolResult.Enrolled;
import org.kith.server.staff.EnrolResult.LinkOver;
import org.kith.server.staff.EnrolResult.NotAccepted;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An officer makes their passkey, with the link they were handed.
@Service
public class Enrolment {
    private final Enrolments enrolments;
    private final Officers officers;
    private final Passkeys<OfficerId> passkeys;
    private final Journal journal;

    Enrolment(Enrolments enrolments, Officers officers, Passkeys<OfficerId> passkeys, Journal journal) {
        this.enrolments = enrolments;
        this.officers = officers;
        this.passkeys = passkeys;
        this.journal = journal;
    }

    /// Whom a link is for, as long as it works.
    @Transactional(readOnly = true)
    public Optional<OfficerEntry> invited(String link) {
        return enrolments.find(link).flatMap(officers::find);
    }

    @Transactional
    public EnrolResult enrol(String link, PublicKeyCredentialCreationOptions options, String credential) {
        var id = enrolments.lock(link);
        if (id.isEmpty()) return new LinkOver();

        var entry = officers.lock(id.get()).orElseThrow();
        if (entry.state() != OfficerState.INVITED) return new LinkOver();
        if (!passkeys.madeFor(entry.id(), options)) return new NotAccepted();
        if (passkeys.register(options, credential).isEmpty()) return new NotAccepted();

        enrolments.forget(entry.id());
        officers.move(entry.id(), entry.confirmed() ? OfficerState.ACTIVE : OfficerState.ENROLLED);
        var role = entry.roles().stream().sorted().findFirst().orElseThrow();
        journal.record(Deed.OFFICER_ENROLLED, entry.asOfficer().as(role), Staff.aboutOfficer(entry.id()));
        return new Enrolled(entry.confirmed());
    }
}
