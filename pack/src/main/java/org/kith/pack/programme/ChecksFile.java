package org.kith.pack.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.source.Block;
import org.kith.pack.text.NeededTexts;

/// Reads `checks.yaml`.
public final class ChecksFile {
    /// Plain http is for trying it out on one machine.
    private static final String URL = "https://[^\\s]+|http://localhost(:[0-9]{1,5})?/[^\\s]*";

    private static final String KEY = "[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}";

    private final Block block;
    private final Set<String> questions;
    private final NeededTexts texts;

    public ChecksFile(Block block, Set<String> questions, NeededTexts texts) {
        this.block = block;
        this.questions = questions;
        this.texts = texts;
    }

    public List<Check> read() {
        block.only("checks");
        var checks = new ArrayList<Check>();
        var seen = new HashSet<String>();
        for (var each : block.blocks("checks")) {
            each.only("id", "kind", "purpose", "required", "coverage", "request");
            var id = each.id("id");
            if (!seen.add(id)) block.faults().add(each.place("id"), "a second check `" + id + "`", "rename one");
            texts.need("check." + id + ".title", each.place("id"));
            var purpose = texts.need(each.text("purpose"), each.place("purpose"));
            var kind = each.oneOf("kind", Check.Kind.class).orElse(Check.Kind.MANUAL);
            checks.add(new Check(
                    id, kind, purpose, each.flag("required", true), coverage(each, kind), request(each, kind)));
        }
        if (checks.isEmpty()) block.faults().add(block.place(), "nothing is checked", "add `checks:`");
        return List.copyOf(checks);
    }

    /// Whoever asks another office says what that office can know.
    private Optional<String> coverage(Block check, Check.Kind kind) {
        if (!check.has("coverage") && kind != Check.Kind.HTTP) return Optional.empty();
        return Optional.of(texts.need(check.text("coverage"), check.place("coverage")));
    }

    private Optional<Check.Request> request(Block check, Check.Kind kind) {
        if (kind != Check.Kind.HTTP) {
            if (check.has("request")) {
                check.faults().add(check.place("request"), "only a check of kind http asks anyone", "remove `request`");
            }
            return Optional.empty();
        }
        return check.neededBlock("request").map(each -> {
            each.only("recipient", "url", "answers", "law", "key");
            var answers = each.words("answers");
            if (answers.isEmpty()) each.faults().add(each.place(), "the request sends nothing", "list `answers:`");
            for (var answer : answers) {
                if (!questions.contains(answer.text())) {
                    each.faults().add(answer.place(), "no question `" + answer.text() + "`", "name a question");
                }
            }
            return new Check.Request(
                    texts.need(each.text("recipient"), each.place("recipient")),
                    each.formed("url", URL, "write an https address"),
                    answers.stream().map(word -> word.text()).toList(),
                    texts.need(each.text("law"), each.place("law")),
                    each.formed("key", KEY, "write X and Y of a P-256 key in base64url, with a dot between"));
        });
    }
}
