package org.kith.pack.eligibility;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.programme.Evidence;
import org.kith.pack.rule.RuleCompiler;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Word;
import org.kith.pack.text.NeededTexts;

/// Reads `eligibility.yaml`.
public final class EligibilityFile {
    private final Block block;
    private final RuleCompiler rules;
    private final Set<String> questions;
    private final Evidence evidence;
    private final NeededTexts texts;
    private final Faults faults;
    private final Set<String> ids = new LinkedHashSet<>();

    public EligibilityFile(
            Block block, RuleCompiler rules, Set<String> questions, Evidence evidence, NeededTexts texts) {
        this.block = block;
        this.rules = rules;
        this.questions = questions;
        this.evidence = evidence;
        this.texts = texts;
        this.faults = block.faults();
    }

    public List<Ground> read() {
        block.only("grounds");
        var grounds = new ArrayList<Ground>();
        for (var each : block.blocks("grounds")) ground(each).ifPresent(grounds::add);
        if (!block.has("grounds")) faults.add(block.place(), "no ground to belong on", "add `grounds:`");
        return List.copyOf(grounds);
    }

    /// The ids of all grounds, also of those with faults.
    public Set<String> ids() {
        return ids;
    }

    private Optional<Ground> ground(Block ground) {
        var mark = faults.mark();
        ground.only("id", "in-force", "clauses", "rule", "law", "yes", "no", "unknown", "cure", "evidence");
        var id = ground.id("id");
        if (!id.isEmpty() && !ids.add(id))
            faults.add(ground.place("id"), "a second ground `" + id + "`", "give one another id");
        texts.need("ground." + id + ".title", ground.place("id"));
        var clauseIds = new LinkedHashSet<String>();
        var clauses = new ArrayList<Clause>();
        for (var each : ground.blocks("clauses")) clause(id, each, clauseIds).ifPresent(clauses::add);
        var rule = rules.compile(ground.word("rule"), clauseIds);
        var law = text(ground, "law");
        var yes = text(ground, "yes");
        var no = text(ground, "no");
        var unknown = text(ground, "unknown");
        var cure = text(ground, "cure");
        var needs =
                ground.blocks("evidence").stream().map(each -> need(id, each)).toList();
        var inForce = ground.neededBlock("in-force").map(each -> each.only("from", "until"));
        var from = inForce.flatMap(each -> date(each, "from")).orElse(LocalDate.MIN);
        var until = inForce.filter(each -> each.has("until")).flatMap(each -> date(each, "until"));
        if (until.isPresent() && until.get().isBefore(from)) {
            faults.add(ground.place("in-force"), "the ground ends before it begins", "set `until` after `from`");
        }
        if (!faults.cleanSince(mark) || rule.isEmpty()) return Optional.empty();
        return Optional.of(new Ground(id, clauses, rule.get(), law, yes, no, unknown, cure, needs, from, until));
    }

    private Optional<Clause> clause(String ground, Block clause, Set<String> seen) {
        clause.only("id", "rule", "cure");
        var id = clause.name("id");
        if (questions.contains(id) || RuleCompiler.isReserved(id)) {
            faults.add(clause.place("id"), "`" + id + "` means something else in rules", "give the clause another id");
            return Optional.empty();
        }
        if (!id.isEmpty() && !seen.add(id)) {
            faults.add(clause.place("id"), "a second clause `" + id + "`", "give one another id");
        }
        var textKey = texts.need("ground." + ground + ".clause." + id, clause.place("id"));
        var cure = clause.optionalWord("cure").map(word -> texts.need(word.text(), word.place()));
        var written = clause.word("rule");
        var rule = rules.compile(written, Set.of());
        rule.ifPresent(compiled -> rules.tellOfUnasked(compiled, written.place()));
        return rule.map(compiled -> new Clause(id, textKey, compiled, cure));
    }

    private EvidenceNeed need(String ground, Block need) {
        need.only("any-of", "when", "each");
        var papers = need.words("any-of");
        if (papers.isEmpty()) faults.add(need.place(), "a need without papers", "list them: `any-of: [ … ]`");
        var seen = new HashSet<String>();
        for (var paper : papers) {
            var known = evidence.find(paper.text());
            if (known.isEmpty()) {
                faults.add(paper.place(), "`" + paper.text() + "` is not in the catalogue", "add it to evidence.yaml");
            } else if (!known.get().grounds().contains(ground)) {
                faults.add(
                        paper.place(),
                        "the catalogue does not let `" + paper.text() + "` be asked for on `" + ground + "`",
                        "add the ground to it in evidence.yaml");
            }
            if (!seen.add(paper.text())) faults.add(paper.place(), "`" + paper.text() + "` stands twice", "keep one");
        }
        var when = need.optionalWord("when").flatMap(rule -> rules.compile(rule, Set.of()));
        var each = need.optionalWord("each");
        each.filter(group -> !rules.isGroup(group.text()))
                .ifPresent(group -> faults.add(
                        group.place(), "`" + group.text() + "` is no group", "name a question of type group"));
        return new EvidenceNeed(papers.stream().map(Word::text).toList(), when, each.map(Word::text));
    }

    private String text(Block ground, String key) {
        return texts.need(ground.text(key), ground.place(key));
    }

    private Optional<LocalDate> date(Block block, String key) {
        var written = block.text(key);
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(written));
        } catch (DateTimeException _) {
            faults.add(block.place(key), "`" + written + "` is no date", "write it as 2026-09-01");
            return Optional.empty();
        }
    }
}
