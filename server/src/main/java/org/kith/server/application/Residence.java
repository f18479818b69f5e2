package org.kith.server.application;

import org.kith.pack.Pack;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Topic;
import org.kith.pack.question.Value;
import org.kith.server.programme.Programme;
import org.kith.server.vault.CountryCode;
import org.springframework.stereotype.Component;

/// Where a person lives, by the pack's question about residence.
@Component
public class Residence {
    private final Programme programme;

    Residence(Programme programme) {
        this.programme = programme;
    }

    /// Unknown until they said so. A draft is read by the version it was started under.
    public CountryCode of(Application draft, Answers given) {
        return of(programme.version(draft.pack()), given);
    }

    /// Of answers without a draft.
    public CountryCode of(Answers given) {
        return of(programme.current(), given);
    }

    private static CountryCode of(Pack pack, Answers given) {
        return pack.questions().all().stream()
                .filter(question -> question.topic() == Topic.RESIDENCE)
                .flatMap(question -> given.to(question.id(), Value.Country.class).stream())
                .findFirst()
                .map(country -> new CountryCode(country.code()))
                .orElse(CountryCode.UNKNOWN);
    }
}
