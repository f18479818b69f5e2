package org.kith.pack.programme;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.kith.pack.programme.Guardians.Consent;
import org.kith.pack.programme.Guardians.CustodyException;
import org.kith.pack.source.Block;
import org.kith.pack.source.Word;
import org.kith.pack.text.NeededTexts;

/// Reads what a programme settles for families, children and their photos.
final class PeopleReader {
    private static final int LARGEST_FAMILY = 20;

    private final Block programme;
    private final NeededTexts texts;
    private final List<Word> papers = new ArrayList<>();

    PeopleReader(Block programme, NeededTexts texts) {
        this.programme = programme;
        this.texts = texts;
    }

    Families families() {
        return programme.block("families").map(this::families).orElse(Families.ALONE);
    }

    private Families families(Block families) {
        families.only("with", "most");
        var with = EnumSet.noneOf(Families.Relation.class);
        with.addAll(families.manyOf("with", Families.Relation.class));
        if (with.isEmpty()) {
            families.faults().add(families.place(), "a family of one", "list `with:`, or remove `families`");
        }
        if (with.contains(Families.Relation.CHILD) && !programme.has("guardians")) {
            families.faults().add(families.place("with"), "children cannot apply without rules", "add `guardians:`");
        }
        return new Families(with, families.number("most", 2, LARGEST_FAMILY));
    }

    Optional<Guardians> guardians() {
        return programme.block("guardians").map(this::guardians);
    }

    private Guardians guardians(Block guardians) {
        guardians.only("adult-at", "consent", "own-word-from", "exceptions");
        var adultAt = guardians.number("adult-at", 16, 21);
        var consent = guardians.oneOf("consent", Consent.class).orElse(Consent.ALL);
        var ownWordFrom = guardians.has("own-word-from")
                ? Optional.of(guardians.number("own-word-from", 6, adultAt))
                : Optional.<Integer>empty();
        var seen = new HashSet<String>();
        var exceptions = new ArrayList<CustodyException>();
        for (var each : guardians.blocks("exceptions")) {
            var exception = exception(each);
            if (!seen.add(exception.id())) {
                each.faults().add(each.place("id"), "a second exception `" + exception.id() + "`", "keep one of them");
            }
            exceptions.add(exception);
        }
        if (consent == Consent.ALL && exceptions.isEmpty()) {
            guardians
                    .faults()
                    .add(
                            guardians.place("consent"),
                            "a child with one guardian could never apply",
                            "list `exceptions:` and the papers that show them");
        }
        return new Guardians(adultAt, consent, ownWordFrom, exceptions);
    }

    private CustodyException exception(Block exception) {
        exception.only("id", "any-of");
        var anyOf = exception.words("any-of");
        if (anyOf.isEmpty()) {
            exception.faults().add(exception.place(), "nothing shows it", "list papers: `any-of: [ … ]`");
        }
        papers.addAll(anyOf);
        var read = new CustodyException(
                exception.id("id"), anyOf.stream().map(Word::text).toList());
        texts.need(read.titleKey(), exception.place("id"));
        return read;
    }

    PhotoRules photo() {
        return programme
                .block("photo")
                .map(photo -> {
                    photo.only("eyes-open-from", "mouth-closed-from");
                    return new PhotoRules(
                            photo.has("eyes-open-from")
                                    ? photo.number("eyes-open-from", 1, 6)
                                    : PhotoRules.USUAL.eyesOpenFrom(),
                            photo.has("mouth-closed-from")
                                    ? photo.number("mouth-closed-from", 1, 12)
                                    : PhotoRules.USUAL.mouthClosedFrom());
                })
                .orElse(PhotoRules.USUAL);
    }

    /// Tells of papers that the catalogue does not have, or does not let be asked for here.
    void check(Evidence evidence) {
        for (var paper : papers) {
            var known = evidence.find(paper.text());
            if (known.isEmpty()) {
                programme
                        .faults()
                        .add(
                                paper.place(),
                                "`" + paper.text() + "` is not in the catalogue",
                                "add it to evidence.yaml");
            } else if (!known.get().guardianship()) {
                programme
                        .faults()
                        .add(
                                paper.place(),
                                "the catalogue does not let `" + paper.text() + "` be asked of guardians",
                                "add `guardianship: true` to it in evidence.yaml");
            }
        }
    }
}
