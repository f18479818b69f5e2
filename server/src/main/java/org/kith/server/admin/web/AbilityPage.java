package org.kith.server.admin.web;

import java.util.List;
import java.util.Set;

/// What an officer is able to decide, to be chosen.
public record AbilityPage(
        String id, String name, List<Choice> languages, Set<String> reads, List<Choice> grounds, Set<String> trained) {
    public AbilityPage {
        languages = List.copyOf(languages);
        grounds = List.copyOf(grounds);
        reads = Set.copyOf(reads);
        trained = Set.copyOf(trained);
    }

    public record Choice(String code, String title) {}
}
