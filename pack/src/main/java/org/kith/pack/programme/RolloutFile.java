package org.kith.pack.programme;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.pack.programme.Rollout.HostRiskProfile;
import org.kith.pack.programme.Rollout.Invitations;
import org.kith.pack.programme.Rollout.Phase;
import org.kith.pack.question.Countries;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.text.NeededTexts;

/// Reads `rollout.yaml`.
public final class RolloutFile {
    private static final HostRiskProfile NO_PROFILE = new HostRiskProfile("none", false, false);

    private final Block block;
    private final Countries countries;
    private final NeededTexts texts;
    private final Faults faults;
    private final Map<String, HostRiskProfile> profiles = new LinkedHashMap<>();

    public RolloutFile(Block block, Countries countries, NeededTexts texts) {
        this.block = block;
        this.countries = countries;
        this.texts = texts;
        this.faults = block.faults();
    }

    public Optional<Rollout> read() {
        var mark = faults.mark();
        block.only("profiles", "elsewhere", "countries", "invitations");
        block.blocks("profiles").forEach(this::profile);
        if (profiles.isEmpty())
            faults.add(block.place("profiles"), "no host-risk profile", "add one below `profiles:`");
        var elsewhere = block.neededBlock("elsewhere").map(each -> each.only("phase", "profile"));
        var phase = elsewhere.flatMap(each -> each.oneOf("phase", Phase.class)).orElse(Phase.CLOSED);
        var profile = elsewhere.map(this::profileOf).orElse(NO_PROFILE);
        var read = new LinkedHashMap<String, Rollout.Country>();
        for (var each : block.blocks("countries")) {
            var country = country(each);
            if (read.putIfAbsent(country.code(), country) != null) {
                faults.add(each.place("code"), "`" + country.code() + "` stands twice", "keep one of them");
            }
        }
        var invitations =
                block.block("invitations").map(RolloutFile::invitations).orElse(Invitations.USUAL);
        if (!faults.cleanSince(mark)) return Optional.empty();
        return Optional.of(
                new Rollout(List.copyOf(read.values()), phase, profile, List.copyOf(profiles.values()), invitations));
    }

    private static Invitations invitations(Block invitations) {
        invitations.only("valid-for", "most-a-batch");
        return new Invitations(
                Span.period(invitations, "valid-for", Period.ofDays(14), Period.ofYears(1)),
                invitations.number("most-a-batch", 1, 100_000));
    }

    private void profile(Block profile) {
        profile.only("id", "post", "print");
        var id = profile.id("id");
        var read = new HostRiskProfile(id, profile.flag("post", false), profile.flag("print", false));
        for (var key : List.of(read.senderKey(), read.subjectKey(), read.calendarTitleKey(), read.fileNameKey())) {
            texts.need(key, profile.place("id"));
        }
        if (profiles.putIfAbsent(id, read) != null) {
            faults.add(profile.place("id"), "a second profile `" + id + "`", "give one of them another id");
        }
    }

    private Rollout.Country country(Block country) {
        country.only("code", "phase", "quota-a-day", "profile");
        var phase = country.oneOf("phase", Phase.class).orElse(Phase.CLOSED);
        var quota = country.has("quota-a-day")
                ? Optional.of(country.number("quota-a-day", 1, 1_000_000))
                : Optional.<Integer>empty();
        return new Rollout.Country(code(country, "code"), phase, quota, profileOf(country));
    }

    private String code(Block block, String key) {
        var code = block.formed(key, "[A-Z]{3}", "write the country's three letters");
        if (code.matches("[A-Z]{3}") && !countries.knows(code)) {
            faults.add(
                    block.place(key),
                    "`" + code + "` is no country",
                    "use ISO 3166 or add it to `countries` in programme.yaml");
        }
        return code;
    }

    private HostRiskProfile profileOf(Block block) {
        var id = block.text("profile");
        if (!id.isEmpty() && !profiles.containsKey(id)) {
            faults.add(
                    block.place("profile"),
                    "no profile `" + id + "`",
                    "use one of " + String.join(", ", profiles.keySet()));
        }
        return profiles.getOrDefault(id, NO_PROFILE);
    }
}
