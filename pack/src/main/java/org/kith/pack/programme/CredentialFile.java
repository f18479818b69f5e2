package org.kith.pack.programme;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.programme.CredentialDefinition.CardFact;
import org.kith.pack.programme.CredentialDefinition.Claim;
import org.kith.pack.programme.CredentialDefinition.ClaimSource;
import org.kith.pack.programme.CredentialDefinition.ClaimSource.FromAnswer;
import org.kith.pack.programme.CredentialDefinition.ClaimSource.FromCard;
import org.kith.pack.programme.CredentialDefinition.ClaimSource.FromRule;
import org.kith.pack.rule.RuleCompiler;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Word;
import org.kith.pack.text.NeededTexts;

/// Reads `credentials/*.yaml`, each one credential named by its file.
public final class CredentialFile {
    private final String id;
    private final Block block;
    private final RuleCompiler rules;
    private final NeededTexts texts;
    private final Faults faults;

    public CredentialFile(String id, Block block, RuleCompiler rules, NeededTexts texts) {
        this.id = id;
        this.block = block;
        this.rules = rules;
        this.texts = texts;
        this.faults = block.faults();
    }

    public Optional<CredentialDefinition> read() {
        var mark = faults.mark();
        block.only("vct", "doctype", "valid-for", "claims");
        texts.need("credential." + id + ".title", block.place());
        var vct = block.formed("vct", "(urn:|https://)[^\\s]+", "write a URN or an https address");
        var doctype = block.optionalText("doctype");
        var validFor = Span.period(block, "valid-for", Period.ofDays(1), Period.ofYears(15));
        var claims = new ArrayList<Claim>();
        var seen = new HashSet<String>();
        for (var each : block.blocks("claims")) {
            var claim = claim(each);
            claim.ifPresent(claims::add);
            if (claim.isPresent() && !seen.add(claim.get().name())) {
                faults.add(each.place("name"), "a second claim `" + claim.get().name() + "`", "keep one of them");
            }
        }
        if (!block.has("claims")) faults.add(block.place(), "a credential that says nothing", "add `claims:`");
        return faults.cleanSince(mark)
                ? Optional.of(new CredentialDefinition(id, vct, doctype, validFor, claims))
                : Optional.empty();
    }

    private Optional<Claim> claim(Block claim) {
        claim.only("name", "from", "rule", "always");
        var name = claim.name("name");
        texts.need("claim." + name, claim.place("name"));
        var always = claim.flag("always", false);
        if (claim.has("from") == claim.has("rule")) {
            faults.add(claim.place(), "a claim comes from an answer or from a rule", "write `from:` or `rule:`");
            return Optional.empty();
        }
        var source = claim.has("from") ? named(claim.word("from")) : byRule(claim.word("rule"));
        return source.map(found -> new Claim(name, found, always));
    }

    private Optional<ClaimSource> byRule(Word rule) {
        return rules.compile(rule, Set.of()).map(FromRule::new);
    }

    private Optional<ClaimSource> named(Word from) {
        var path = from.text().split("\\.", -1);
        if (path[0].equals("card")) {
            for (var fact : CardFact.values()) {
                if (from.text().equals("card." + Block.spelt(fact))) return Optional.of(new FromCard(fact));
            }
        } else if (rules.canName(path)) {
            return Optional.of(new FromAnswer(path[0], path.length > 1 ? Optional.of(path[1]) : Optional.empty()));
        }
        faults.add(from.place(), "no answer `" + from.text() + "`", "name a question, its part, or a fact of the card");
        return Optional.empty();
    }
}
