package org.kith.server.application;

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

    /// Unknown until they said so.
    public CountryCode of(Application draft, Answers given) {
        return programme.version(draft.pack()).questions().all().stream()
                .filter(question -> question.topic() == Topic.RESIDENCE)
                .flatMap(question -> given.to(question.id(), Value.Country.class).stream())
                .findFirst()
                .map(country -> new CountryCode(country.code()))
                .orElse(CountryCode.UNKNOWN);
    }
}
