package org.kith.pack.programme;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.programme.Rollout.DemonstrationCentre;
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
        block.only("profiles", "elsewhere", "countries", "invitations", "demonstration-centres");
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
        var centres =
                block.blocks("demonstration-centres").stream().map(this::centre).toList();
        if (!faults.cleanSince(mark)) return Optional.empty();
        return Optional.of(new Rollout(
                List.copyOf(read.values()), phase, profile, List.copyOf(profiles.values()), invitations, centres));
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

    private DemonstrationCentre centre(Block centre) {
        centre.only("id", "country", "time-zone", "counters", "minutes-a-visit", "opens", "closes", "days");
        var id = centre.id("id");
        texts.need("centre." + id + ".name", centre.place("id"));
        texts.need("centre." + id + ".address", centre.place("id"));
        var days = new ArrayList<>(centre.manyOf("days", DayOfWeek.class));
        if (days.isEmpty()) faults.add(centre.place("days"), "the centre is never open", "list `days: [monday, …]`");
        var opens = time(centre, "opens");
        var closes = time(centre, "closes");
        if (!opens.isBefore(closes)) {
            faults.add(centre.place("closes"), "the centre closes before it opens", "set `closes` later");
        }
        return new DemonstrationCentre(
                id,
                code(centre, "country"),
                zone(centre),
                centre.number("counters", 1, 200),
                centre.number("minutes-a-visit", 5, 120),
                opens,
                closes,
                Set.copyOf(days));
    }

    private ZoneId zone(Block centre) {
        var name = centre.text("time-zone");
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException _) {
            faults.add(centre.place("time-zone"), "no time zone `" + name + "`", "write one such as Africa/Nairobi");
            return ZoneOffset.UTC;
        }
    }

    private static LocalTime time(Block centre, String key) {
        var written = centre.formed(key, "([01][0-9]|2[0-3]):[0-5][0-9]", "write a time in quotes: \"09:00\"");
        try {
            return LocalTime.parse(written);
        } catch (DateTimeException _) {
            return key.equals("opens") ? LocalTime.MIN : LocalTime.MAX; // told by `formed`
        }
    }
}
