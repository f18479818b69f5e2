package org.kith.pack.programme;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.text.Language;

/// `programme.yaml`. Names are texts: `state.name`, `card.name`, `authority.name`, `start.headline`, `start.lead`.
///
/// @param state the state's three letters, as its passports carry them
/// @param unread languages whose texts no native speaker has read yet
/// @param guardians how children apply; empty if only adults may
/// @param measures for what a card may be suspended or revoked
/// @param needs texts that list what an applicant needs, for the start page
/// @param benefits texts that list what the card is good for, for the start page
public record Programme(
        String state,
        String version,
        List<Language> languages,
        Set<Language> unread,
        CardFace card,
        Families families,
        Optional<Guardians> guardians,
        PhotoRules photo,
        TimeLimits limits,
        Set<TwoPersonDeed> twoPeople,
        CardCauses measures,
        StatusListTimes statusList,
        List<Fee> fees,
        Optional<Colours> colours,
        List<String> needs,
        List<String> benefits) {

    public Programme {
        languages = List.copyOf(languages);
        unread = Set.copyOf(unread);
        twoPeople = Set.copyOf(twoPeople);
        fees = List.copyOf(fees);
        needs = List.copyOf(needs);
        benefits = List.copyOf(benefits);
    }

    /// How long a verifier may use a status list before it asks again, and after when it may not use it at all.
    public record StatusListTimes(Duration ttl, Duration expires) {}
}
