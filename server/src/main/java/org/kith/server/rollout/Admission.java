package org.kith.server.rollout;

import org.kith.pack.programme.Rollout.Phase;
import org.kith.server.rollout.AdmissionResult.Admitted;
import org.kith.server.rollout.AdmissionResult.FullToday;
import org.kith.server.rollout.AdmissionResult.NotOpen;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The gate that an application passes once, when it is sent. **What has passed is never asked again**: a country that
/// closes touches nothing that was filed before.
@Service
public class Admission {
    private final Countries countries;
    private final Invitations invitations;
    private final WaitingList waiting;

    Admission(Countries countries, Invitations invitations, WaitingList waiting) {
        this.countries = countries;
        this.invitations = invitations;
        this.waiting = waiting;
    }

    /// Lets an application in, in the transaction that files it, and takes one of the day's places.
    @Transactional(propagation = Propagation.MANDATORY)
    public AdmissionResult admit(PersonId person, CountryCode country) {
        var state = countries.of(country);
        if (!isOpenTo(person, state)) return new NotOpen(state.phase());
        var quota = state.quotaADay();
        if (quota.isPresent() && !countries.take(country, quota.getAsInt())) return new FullToday();

        waiting.forget(person);
        return new Admitted();
    }

    /// What [#admit] would say, without taking a place.
    public AdmissionResult look(PersonId person, CountryCode country) {
        var state = countries.of(country);
        if (!isOpenTo(person, state)) return new NotOpen(state.phase());
        var quota = state.quotaADay();
        var full = quota.isPresent() && countries.takenToday(country) >= quota.getAsInt();
        return full ? new FullToday() : new Admitted();
    }

    private boolean isOpenTo(PersonId person, CountryState state) {
        if (state.phase() == Phase.OPEN) return true;

        return state.phase() == Phase.BY_INVITATION && invitations.isInvited(person, state.country());
    }
}
