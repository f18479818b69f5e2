package org.kith.pack.visit;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.programme.Evidence;
import org.kith.pack.programme.Evidence.Paper;
import org.kith.pack.programme.Span;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Word;
import org.kith.pack.visit.MarkingSheet.Criterion;
import org.kith.pack.visit.Talk.Recording;

/// Reads what is published of a talk.
final class TalkReader {
    private static final int MOST_EXAMINERS = 5;
    private static final int MOST_POINTS = 100;
    private static final int MOST_SUM = 2_000;
    private static final int MOST_CRITERIA = 20;
    private static final int MOST_RETAKES = 20;
    /// Whoever learns is not kept waiting for longer.
    private static final Period LONGEST_WAIT = Period.ofDays(90);

    private final Block talk;
    private final ListedTexts texts;
    private final Set<String> grounds;
    private final Evidence evidence;
    private final Faults faults;

    TalkReader(Block talk, ListedTexts texts, Set<String> grounds, Evidence evidence) {
        this.talk = talk;
        this.texts = texts;
        this.grounds = grounds;
        this.evidence = evidence;
        this.faults = talk.faults();
    }

    Optional<Talk> read() {
        var mark = faults.mark();
        talk.only("grounds", "paper", "instead", "examiners", "syllabus", "sheet", "retake", "recording");
        var on = grounds();
        var paper = talk.word("paper");
        if (!paper.text().isEmpty()) paper(paper, on, true);
        var instead = talk.words("instead");
        instead.forEach(each -> paper(each, on, false));
        var examiners = talk.has("examiners")
                ? talk.number("examiners", Talk.FEWEST_EXAMINERS, MOST_EXAMINERS)
                : Talk.FEWEST_EXAMINERS;
        var syllabus = texts.in(talk, "syllabus");
        if (syllabus.isEmpty()) faults.add(talk.place("syllabus"), "nobody knows what it is about", "list `syllabus:`");
        var sheet = talk.neededBlock("sheet").map(this::sheet);
        var retake = talk.neededBlock("retake").map(TalkReader::retake);
        var recording = talk.has("recording")
                ? talk.oneOf("recording", Recording.class).orElse(Recording.NEVER)
                : Recording.NEVER;
        if (!faults.cleanSince(mark) || sheet.isEmpty() || retake.isEmpty()) return Optional.empty();
        return Optional.of(new Talk(
                on,
                paper.text(),
                new HashSet<>(instead.stream().map(Word::text).toList()),
                examiners,
                syllabus,
                sheet.get(),
                retake.get(),
                recording));
    }

    private Set<String> grounds() {
        var named = talk.words("grounds");
        if (named.isEmpty()) faults.add(talk.place("grounds"), "no ground needs it", "list `grounds:`");
        for (var ground : named) {
            if (!grounds.contains(ground.text())) {
                faults.add(ground.place(), "no ground `" + ground.text() + "`", "name one of eligibility.yaml");
            }
        }
        var known = new HashSet<>(named.stream().map(Word::text).toList());
        known.retainAll(grounds);
        return known;
    }

    /// @param done whether it is the talk itself, which nobody can send
    private void paper(Word word, Set<String> on, boolean done) {
        var known = evidence.find(word.text());
        if (known.isEmpty()) {
            faults.add(word.place(), "`" + word.text() + "` is not in the catalogue", "add it to evidence.yaml");
            return;
        }
        if (!known.map(Paper::grounds).orElse(Set.of()).containsAll(on)) {
            faults.add(
                    word.place(),
                    "the catalogue does not let `" + word.text() + "` be asked for on each of `grounds`",
                    "add the ground to it in evidence.yaml");
        }
        if (known.get().atCentre() != done) {
            faults.add(
                    word.place(),
                    done
                            ? "`" + word.text() + "` is sent, not done at a centre"
                            : "`" + word.text() + "` cannot be sent",
                    done ? "add `at-centre: true` to it in evidence.yaml" : "name a paper without `at-centre`");
        }
    }

    private MarkingSheet sheet(Block sheet) {
        sheet.only("criteria", "pass", "apart");
        var criteria = criteria(sheet.blocks("criteria"));
        if (criteria.isEmpty() || criteria.size() > MOST_CRITERIA) {
            faults.add(
                    sheet.place("criteria"),
                    "a sheet has 1 to " + MOST_CRITERIA + " criteria",
                    "list `criteria:`, each with `id` and `points`");
        }
        var read = new MarkingSheet(criteria, sheet.number("pass", 1, MOST_SUM), sheet.number("apart", 0, MOST_SUM));
        tooMany(sheet, "pass", read.pass(), read.most(), "nobody can pass");
        tooMany(sheet, "apart", read.apart(), read.most(), "no two marks lie so far apart");
        return read;
    }

    private void tooMany(Block sheet, String key, int number, int most, String what) {
        if (most > 0 && number > most) {
            faults.add(sheet.place(key), what + ": all points together are " + most, "write a smaller number");
        }
    }

    private List<Criterion> criteria(List<Block> blocks) {
        var seen = new HashSet<String>();
        var criteria = new ArrayList<Criterion>();
        for (var each : blocks) {
            each.only("id", "points");
            var id = each.id("id");
            texts.need("criterion", new Word(id, each.place("id")));
            if (!seen.add(id)) faults.add(each.place("id"), "a second criterion `" + id + "`", "keep one of them");
            criteria.add(new Criterion(id, each.number("points", 1, MOST_POINTS)));
        }
        return criteria;
    }

    private static Retake retake(Block retake) {
        retake.only("after", "at-least");
        return new Retake(
                Span.period(retake, "after", Period.ofDays(1), LONGEST_WAIT),
                retake.number("at-least", 1, MOST_RETAKES));
    }
}
