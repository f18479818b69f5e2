package org.kith.pack.programme;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.programme.Service.Outcome;
import org.kith.pack.programme.Service.Outcome.Kind;
import org.kith.pack.programme.Service.Step;
import org.kith.pack.question.Questions;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Word;
import org.kith.pack.text.NeededTexts;

/// Reads `services/*.yaml`, each one service named by its file.
public final class ServiceFile {
    private final String id;
    private final Block block;
    private final NeededTexts texts;
    private final Faults faults;

    public ServiceFile(String id, Block block, NeededTexts texts) {
        this.id = id;
        this.block = block;
        this.texts = texts;
        this.faults = block.faults();
    }

    public Service read(Questions form, Set<String> credentials) {
        block.only("open-to", "pages", "steps", "outcome");
        var openTo = block.oneOf("open-to", Service.Who.class).orElse(Service.Who.HOLDERS);
        var outcome = block.block("outcome").map(each -> outcome(each, credentials));
        var service = new Service(id, openTo, form, steps(), outcome);
        texts.need(service.titleKey(), block.place());
        texts.need(service.summaryKey(), block.place());
        return service;
    }

    private List<Step> steps() {
        var read = new ArrayList<Step>();
        var seen = new HashSet<String>();
        for (var each : block.blocks("steps")) {
            each.only("id", "by", "within");
            var step = each.id("id");
            if (!step.isEmpty() && !seen.add(step)) {
                faults.add(each.place("id"), "a second step `" + step + "`", "give one another id");
            }
            texts.need("service." + id + ".step." + step, each.place("id"));
            var by = each.oneOf("by", Service.By.class).orElse(Service.By.PROVIDER);
            read.add(new Step(step, by, Span.period(each, "within", Period.ofDays(1), Period.ofYears(3))));
        }
        return read;
    }

    private Outcome outcome(Block outcome, Set<String> credentials) {
        outcome.only("kind", "credential");
        var kind = outcome.oneOf("kind", Kind.class).orElse(Kind.MESSAGE);
        if (kind != Kind.CREDENTIAL) {
            if (outcome.has("credential")) {
                faults.add(outcome.place("credential"), "only the kind `credential` issues one", "remove it");
            }
            return new Outcome(kind, Optional.empty());
        }
        var credential = outcome.word("credential");
        if (!credential.text().isEmpty() && !credentials.contains(credential.text())) {
            faults.add(
                    credential.place(),
                    "no credential `" + credential.text() + "`",
                    "write credentials/" + credential.text() + ".yaml");
        }
        return new Outcome(kind, Optional.of(credential).map(Word::text));
    }
}
