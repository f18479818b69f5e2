package org.kith.pack.visit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.programme.Evidence;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.text.NeededTexts;
import org.kith.pack.visit.VisitKind.During;
import org.kith.pack.visit.VisitKind.Kind;
import org.kith.pack.visit.VisitKind.Minutes;

/// Reads `visits.yaml`.
public final class VisitsFile {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 240;
    private static final int LONGEST_FURTHER = 120;

    private final Block block;
    private final Set<String> grounds;
    private final Evidence evidence;
    private final NeededTexts texts;
    private final Faults faults;

    /// @param grounds ids of the pack's grounds
    public VisitsFile(Block block, Set<String> grounds, Evidence evidence, NeededTexts texts) {
        this.block = block;
        this.grounds = grounds;
        this.evidence = evidence;
        this.texts = texts;
        this.faults = block.faults();
    }

    public VisitKinds read() {
        var mark = faults.mark();
        block.only("visits");
        var ids = new HashSet<String>();
        var kinds = new ArrayList<VisitKind>();
        for (var each : block.blocks("visits")) {
            kind(each).ifPresent(kind -> {
                if (!ids.add(kind.id())) twice(each, "id", "a second visit `" + kind.id() + "`");
                if (clashes(kind, kinds)) twice(each, "kind", "another visit is for the same");
                kinds.add(kind);
            });
        }
        if (!faults.cleanSince(mark) && block.has("visits")) return VisitKinds.USUAL;
        if (kinds.stream().noneMatch(each -> each.kind() == Kind.IDENTITY)) {
            faults.add(block.place(), "nobody is identified", "add a visit of kind identity");
            return VisitKinds.USUAL;
        }
        return new VisitKinds(kinds);
    }

    private Optional<VisitKind> kind(Block visit) {
        var mark = faults.mark();
        visit.only("id", "kind", "minutes", "each-further", "infant", "bring", "checks", "during", "talk");
        var id = visit.id("id");
        var kind = visit.oneOf("kind", Kind.class);
        var minutes = new Minutes(
                visit.number("minutes", SHORTEST, LONGEST), further(visit, "each-further"), further(visit, "infant"));
        var during = EnumSet.noneOf(During.class);
        during.addAll(visit.manyOf("during", During.class));
        kind.ifPresent(each -> belongs(visit, each));
        var words = new ListedTexts(texts, "visit." + id);
        texts.need("visit." + id + ".title", visit.place("id"));
        var bring = words.in(visit, "bring");
        var checks = words.in(visit, "checks", "check");
        var talk = visit.block("talk").flatMap(each -> new TalkReader(each, words, grounds, evidence).read());
        if (!faults.cleanSince(mark) || kind.isEmpty()) return Optional.empty();
        return Optional.of(new VisitKind(id, kind.get(), minutes, bring, checks, during, talk));
    }

    private static int further(Block visit, String key) {
        return visit.has(key) ? visit.number(key, 0, LONGEST_FURTHER) : 0;
    }

    /// What each kind must say, and the others cannot.
    private void belongs(Block visit, Kind kind) {
        only(
                visit,
                "talk",
                kind == Kind.TALK,
                "a talk without its sheet",
                "add `talk:` and below it the marking sheet");
        only(visit, "during", kind == Kind.PLAIN, "nobody can book it", "list `during: [waiting, with-card]`, or one");
        only(visit, "checks", kind == Kind.IDENTITY, "nothing is checked", "list `checks:` in their order");
    }

    private void only(Block visit, String key, boolean itsKind, String lacking, String mend) {
        if (itsKind && !visit.has(key)) faults.add(visit.place(), lacking, mend);
        if (!itsKind && visit.has(key)) {
            faults.add(visit.place(key), "`" + key + "` is not of this kind of visit", "remove it, or mend `kind`");
        }
    }

    private static boolean clashes(VisitKind kind, List<VisitKind> others) {
        return others.stream().anyMatch(other -> switch (kind.kind()) {
            case IDENTITY -> other.kind() == Kind.IDENTITY;
            case TALK ->
                kind.talk().stream()
                        .flatMap(talk -> talk.grounds().stream())
                        .anyMatch(ground -> other.talk().stream()
                                .anyMatch(talk -> talk.grounds().contains(ground)));
            case PLAIN -> kind.during().stream().anyMatch(other.during()::contains);
        });
    }

    private void twice(Block visit, String key, String what) {
        faults.add(visit.place(key), what, "keep one of them");
    }
}
