package org.kith.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.pack.eligibility.ClauseTrace;
import org.kith.pack.eligibility.EvidenceNeed;
import org.kith.pack.eligibility.GroundTrace;
import org.kith.pack.eligibility.Said;
import org.kith.pack.eligibility.Trace;
import org.kith.pack.question.ValueText;
import org.kith.pack.source.Block;
import org.kith.pack.text.Texts;

/// A trace as JSON, for programs: the same answers, pack, day and language give the same bytes.
public final class TraceJson {
    private final Pack pack;
    private final Texts texts;

    public TraceJson(Pack pack, Texts texts) {
        this.pack = pack;
        this.texts = texts;
    }

    /// One line. It holds the answers, so it belongs to the person.
    public String of(Trace trace) {
        var root = new LinkedHashMap<String, Object>();
        root.put("state", pack.programme().state());
        root.put("version", pack.version());
        root.put("digest", pack.digest());
        root.put("language", texts.language().tag());
        root.put("on", trace.on().toString());
        root.put("result", Block.spelt(trace.overall()));
        root.put("grounds", trace.grounds().stream().map(this::ground).toList());
        var json = new StringBuilder();
        write(root, json);
        return json.toString();
    }

    private Map<String, Object> ground(GroundTrace ground) {
        var written = new LinkedHashMap<String, Object>();
        written.put("ground", ground.ground());
        written.put("title", texts.text(ground.titleKey()));
        written.put("result", Block.spelt(ground.result()));
        written.put("reason", texts.text(ground.reasonKey()));
        ground.cureKey().ifPresent(key -> written.put("cure", texts.text(key)));
        written.put("law", texts.text(ground.lawKey()));
        written.put("rule", ground.rule());
        written.put("clauses", ground.clauses().stream().map(this::clause).toList());
        written.put("evidence", ground.evidence().stream().map(this::need).toList());
        return written;
    }

    private Map<String, Object> clause(ClauseTrace clause) {
        var written = new LinkedHashMap<String, Object>();
        written.put("clause", clause.clause());
        written.put("text", texts.text(clause.textKey()));
        written.put("result", Block.spelt(clause.result()));
        clause.cureKey().ifPresent(key -> written.put("cure", texts.text(key)));
        written.put("rule", clause.rule());
        written.put("said", clause.said().stream().map(this::said).toList());
        written.put("open", clause.open());
        if (clause.ruledOut()) written.put("ruled-out", true);
        return written;
    }

    private Map<String, Object> said(Said said) {
        var question = pack.questions().question(said.question());
        var written = new LinkedHashMap<String, Object>();
        written.put("question", said.question());
        written.put("answer", said.value().neutral());
        written.put(
                "words", ValueText.of(question, said.value(), pack.questions().countries(), texts));
        return written;
    }

    private Map<String, Object> need(EvidenceNeed need) {
        var papers = new ArrayList<Map<String, Object>>();
        for (var id : need.anyOf()) {
            pack.evidence().find(id).ifPresent(paper -> {
                var written = new LinkedHashMap<String, Object>();
                written.put("paper", id);
                written.put("title", texts.text(paper.titleKey()));
                papers.add(written);
            });
        }
        var written = new LinkedHashMap<String, Object>();
        written.put("any-of", papers);
        need.each().ifPresent(group -> written.put("each", group));
        return written;
    }

    private static void write(Object value, StringBuilder json) {
        switch (value) {
            case Map<?, ?> map -> {
                json.append('{');
                var between = "";
                for (var entry : map.entrySet()) {
                    json.append(between);
                    write(entry.getKey(), json);
                    json.append(':');
                    write(entry.getValue(), json);
                    between = ",";
                }
                json.append('}');
            }
            case List<?> list -> {
                json.append('[');
                var between = "";
                for (var each : list) {
                    json.append(between);
                    write(each, json);
                    between = ",";
                }
                json.append(']');
            }
            case Boolean flag -> json.append(flag);
            default -> quoted(value.toString(), json);
        }
    }

    private static void quoted(String text, StringBuilder json) {
        json.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                default -> {
                    // Control characters, and what would end a line or a script element.
                    if (c < 0x20 || c == '<' || c == 0x2028 || c == 0x2029) json.append("\\u%04x".formatted((int) c));
                    else json.append(c);
                }
            }
        }
        json.append('"');
    }
}
