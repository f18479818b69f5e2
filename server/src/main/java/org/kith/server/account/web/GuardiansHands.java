package org.kith.server.account.web;

import java.util.Optional;
import org.kith.server.account.SignedInPerson;
import org.kith.server.audit.Hands;
import org.kith.server.vault.PersonId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Knows from the request under way which guardian acts for a child.
@Component
class GuardiansHands implements Hands {
    @Override
    public Optional<PersonId> guardianFor(PersonId person) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedInPerson someone
                        && someone.person().equals(person)
                ? Optional.ofNullable(someone.guardian())
                : Optional.empty();
    }
}
