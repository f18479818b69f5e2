package org.kith.pack.programme;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.programme.Programme.StatusListTimes;
import org.kith.pack.question.Countries;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Place;
import org.kith.pack.source.Word;
import org.kith.pack.text.Language;
import org.kith.pack.text.NeededTexts;

/// Reads `programme.yaml`.
public final class ProgrammeFile {
    private static final List<String> TEXTS =
            List.of("state.name", "card.name", "authority.name", "start.headline", "start.lead");

    private final Block block;
    private final NeededTexts texts;
    private final Faults faults;
    private final PeopleReader people;

    public ProgrammeFile(Block block, NeededTexts texts) {
        this.block = block;
        this.texts = texts;
        this.faults = block.faults();
        this.people = new PeopleReader(block, texts);
    }

    /// Tells of papers that guardians are asked for against the catalogue.
    public void check(Evidence evidence) {
        people.check(evidence);
    }

    public Optional<Programme> read() {
        var mark = faults.mark();
        block.only(
                "state",
                "version",
                "languages",
                "not-read-by-a-native-speaker",
                "countries",
                "historic-countries",
                "sections",
                "card",
                "families",
                "guardians",
                "photo",
                "limits",
                "two-people",
                "measures",
                "status-list",
                "fees",
                "colours",
                "start");
        var state = block.formed("state", "[A-Z]{3}", "write the three letters of the state's passports");
        if (!state.isEmpty() && !countries().knows(state)) {
            faults.add(block.place("state"), "`" + state + "` is no country", "add it to `countries`");
        }
        var version = block.formed("version", "[0-9]{4}\\.[0-9]{1,4}", "write a year and a number: 2026.1");
        TEXTS.forEach(key -> texts.need(key, block.place()));
        var twoPeople = EnumSet.noneOf(TwoPersonDeed.class);
        twoPeople.addAll(block.manyOf("two-people", TwoPersonDeed.class));
        var measures =
                block.block("measures").map(new MeasuresReader(texts)::read).orElse(CardCauses.NONE);
        var card = block.neededBlock("card").map(this::card);
        var families = people.families();
        var guardians = people.guardians();
        var photo = people.photo();
        var limits = block.neededBlock("limits").map(LimitsReader::read);
        var statusList = block.neededBlock("status-list").map(this::statusList);
        var fees = block.blocks("fees").stream().map(this::fee).toList();
        var colours = block.block("colours").flatMap(ColoursReader::read);
        var start = block.neededBlock("start").map(each -> each.only("needs", "benefits"));
        var needs = start.map(each -> textsIn(each, "needs")).orElse(List.of());
        var benefits = start.map(each -> textsIn(each, "benefits")).orElse(List.of());
        var languages = List.copyOf(languages().keySet());
        var unread = unread(languages);
        if (!faults.cleanSince(mark) || card.isEmpty() || limits.isEmpty() || statusList.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Programme(
                state,
                version,
                languages,
                unread,
                card.get(),
                families,
                guardians,
                photo,
                limits.get(),
                twoPeople,
                measures,
                statusList.get(),
                fees,
                colours,
                needs,
                benefits));
    }

    /// The languages with their places; English must be among them, since other texts fall back on it.
    public Map<Language, Place> languages() {
        var read = new LinkedHashMap<Language, Place>();
        for (var word : block.words("languages")) {
            if (Language.isTag(word.text())) read.put(new Language(word.text()), word.place());
            else
                faults.add(word.place(), "`" + word.text() + "` is no language", "write a tag such as en, ar, zh-Hant");
        }
        if (!read.containsKey(Language.ENGLISH)) {
            faults.add(block.place("languages"), "English is not among the languages", "add `en`");
        }
        return read;
    }

    public List<Word> sections() {
        var sections = block.words("sections");
        if (sections.isEmpty()) faults.add(block.place("sections"), "no sections", "list the files of questions/");
        return sections;
    }

    /// ISO 3166 and the countries that the pack names itself.
    public Countries countries() {
        return CountriesReader.read(block, texts);
    }

    private Set<Language> unread(List<Language> languages) {
        var read = new LinkedHashSet<Language>();
        for (var word : block.words("not-read-by-a-native-speaker")) {
            languages.stream()
                    .filter(language -> language.tag().equals(word.text()))
                    .findFirst()
                    .ifPresentOrElse(
                            read::add,
                            () -> faults.add(
                                    word.place(), "`" + word.text() + "` is not among the languages", "remove it"));
        }
        return read;
    }

    private CardFace card(Block card) {
        card.only("number-prefix", "valid-for", "pattern-seed");
        return new CardFace(
                card.formed("number-prefix", "[A-Z]{2,4}", "use two to four capital letters"),
                Span.period(card, "valid-for", Period.ofYears(1), Period.ofYears(15)),
                card.text("pattern-seed"));
    }

    private StatusListTimes statusList(Block times) {
        times.only("ttl", "expires");
        var ttl = Span.duration(times, "ttl", Duration.ofMinutes(5), Duration.ofHours(12));
        var expires = Span.duration(times, "expires", Duration.ofHours(1), Duration.ofDays(7));
        if (expires.compareTo(ttl) <= 0) {
            faults.add(times.place("expires"), "`expires` is not after `ttl`", "let the list live longer");
        }
        return new StatusListTimes(ttl, expires);
    }

    private Fee fee(Block fee) {
        fee.only("id", "due", "amount", "currency");
        var id = fee.id("id");
        texts.need("fee." + id, fee.place("id"));
        var amount = fee.formed("amount", "[0-9]{1,6}(\\.[0-9]{2})?", "write an amount: 15.00");
        var currency = fee.formed("currency", "[A-Z]{3}", "write the three letters of a currency");
        var due = fee.oneOf("due", Fee.Due.class).orElse(Fee.Due.FIRST_CARD);
        return new Fee(id, due, amount.matches("[0-9.]+") ? new BigDecimal(amount) : BigDecimal.ZERO, currency);
    }

    private List<String> textsIn(Block list, String key) {
        var keys = new ArrayList<String>();
        for (var word : list.words(key)) keys.add(texts.need(word.text(), word.place()));
        if (keys.isEmpty()) faults.add(list.place(key), "`" + key + "` lists nothing", "list the keys of some texts");
        return keys;
    }
}
