package org.kith.server.staff;

import java.util.Optional;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.passkey.Passkeys;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An officer shows their passkey.
@Service
public class OfficerSignIn {
    private final Passkeys<OfficerId> passkeys;
    private final Officers officers;
    private final Journal journal;

    OfficerSignIn(Passkeys<OfficerId> passkeys, Officers officers, Journal journal) {
        this.passkeys = passkeys;
        this.officers = officers;
        this.journal = journal;
    }

    /// The officer, if the passkey is theirs and they may work. Whoever may not is told no more than a stranger.
    @Transactional
    public Optional<Officer> signIn(PublicKeyCredentialRequestOptions challenge, String credential) {
        var shown = passkeys.recognise(challenge, credential);
        if (shown.isEmpty()) return Optional.empty();

        var officer = officers.active(shown.get());
        var subject = Staff.aboutOfficer(shown.get());
        officer.ifPresentOrElse(
                known -> journal.record(
                        Deed.OFFICER_SIGNED_IN,
                        known.as(known.roles().stream().sorted().findFirst().orElseThrow()),
                        subject),
                () -> journal.record(Deed.OFFICER_SIGN_IN_REFUSED, Actor.house(), subject));
        return officer;
    }
}
