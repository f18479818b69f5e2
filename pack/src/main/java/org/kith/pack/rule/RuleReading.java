package org.kith.pack.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kith.pack.question.Countries;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Patterns;
import org.kith.pack.source.Place;

/// Looks through a rule for what its types cannot tell: which answers it speaks of, whether it compares a choice, a
/// country or a paper with a code that does not exist, and whether it goes through lists more often than it may.
final class RuleReading {
    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");
    private static final Set<String> COUNTRY_PARTS =
            Set.of("kith.Passport.issuer", "kith.Passport.nationality", "kith.Address.country");
    private static final int DEEPEST_LISTS = 2;

    private final CelAbstractSyntaxTree ast;
    private final Map<String, Question> questions;
    private final Set<String> known;
    private final Countries countries;
    private final Place place;
    private final Faults faults;
    private final Set<Question> members = new LinkedHashSet<>();

    /// Reads one rule.
    ///
    /// @param known every name that means an answer, a clause or the day
    RuleReading(
            CelAbstractSyntaxTree ast,
            Map<String, Question> questions,
            Set<String> known,
            Countries countries,
            Place place,
            Faults faults) {
        this.ast = ast;
        this.questions = questions;
        this.known = known;
        this.countries = countries;
        this.place = place;
        this.faults = faults;
    }

    /// The names the rule speaks of.
    Set<String> check() {
        var names = new TreeSet<String>();
        CelNavigableAst.fromAst(ast).getRoot().allNodes().forEach(node -> {
            var expr = node.expr();
            switch (expr.getKind()) {
                case IDENT -> names.add(expr.ident().name());
                case SELECT -> question(expr).ifPresent(members::add);
                case CALL -> {
                    if (COMPARISONS.contains(expr.call().function()))
                        comparison(expr.call().args());
                    if (expr.call().function().equals("matches")) pattern(expr.call());
                }
                case COMPREHENSION -> list(node);
                default -> {}
            }
        });
        names.retainAll(known);
        return names;
    }

    /// The questions of groups that the rule speaks of; known after [#check].
    Set<Question> members() {
        return members;
    }

    private void list(CelNavigableExpr node) {
        var variable = node.expr().comprehension().iterVar();
        if (known.contains(variable)) {
            faults.add(place, "`" + variable + "` means something else already", "call each of the list otherwise");
        }
        var depth = 1;
        for (var above = node.parent(); above.isPresent(); above = above.get().parent()) {
            if (above.get().getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) depth++;
        }
        if (depth > DEEPEST_LISTS) {
            faults.add(place, "lists within lists within lists", "split the rule into clauses");
        }
    }

    /// A pattern that is made while the rule runs could be one that never ends.
    private void pattern(CelExpr.CelCall call) {
        var written = literals(call.args().getLast());
        if (written.isEmpty()) {
            faults.add(place, "a pattern that is not written out", "write it in quotes");
        }
        written.forEach(pattern -> Patterns.compile(pattern, place, faults));
    }

    private void comparison(List<CelExpr> args) {
        for (var i = 0; i < args.size(); i++) {
            var other = args.get(args.size() - 1 - i);
            var arg = args.get(i);
            question(arg).ifPresent(question -> literals(other).forEach(code -> code(question, code)));
            if (arg.getKind() == CelExpr.ExprKind.Kind.SELECT && COUNTRY_PARTS.contains(selected(arg))) {
                literals(other).stream()
                        .filter(code -> !countries.knowsInDocuments(code))
                        .forEach(this::noCountry);
            }
        }
    }

    /// The question whose answer an expression is: `residence`, or `a.relation` of one of `ancestors`.
    private Optional<Question> question(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> Optional.ofNullable(questions.get(expr.ident().name()));
            case SELECT -> {
                var path = selected(expr);
                var group = path.startsWith("kith.group.") ? path.substring("kith.group.".length()) : "";
                var dot = group.indexOf('.');
                yield dot < 0
                        ? Optional.empty()
                        : Optional.ofNullable(questions.get(group.substring(0, dot)))
                                .flatMap(Question::group)
                                .flatMap(each -> each.member(group.substring(dot + 1)));
            }
            default -> Optional.empty();
        };
    }

    /// The type and field of a selection, such as `kith.Passport.issuer`.
    private String selected(CelExpr expr) {
        var type = ast.getType(expr.select().operand().id()).map(CelType::name).orElse("");
        return type + "." + expr.select().field();
    }

    private void code(Question question, String code) {
        if (question.type() == QuestionType.CHOICE && question.choice(code).isEmpty()) {
            var codes = question.choices().stream().map(choice -> choice.code()).toList();
            faults.add(
                    place,
                    "`" + code + "` is no choice of `" + question.id() + "`",
                    "use one of " + String.join(", ", codes));
        }
        if (question.type() == QuestionType.COUNTRY) {
            var exists = question.historic() ? countries.knowsOrKnew(code) : countries.knows(code);
            if (!exists) noCountry(code);
        }
        question.files()
                .filter(files -> !files.papers().contains(code))
                .ifPresent(files -> faults.add(
                        place,
                        "`" + question.id() + "` does not ask for `" + code + "`",
                        "use one of " + String.join(", ", files.papers())));
    }

    private void noCountry(String code) {
        faults.add(place, "`" + code + "` is no country", "use the three letters of ISO 3166 or of the pack");
    }

    private static List<String> literals(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT ->
                expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                        ? List.of(expr.constant().stringValue())
                        : List.of();
            case LIST ->
                expr.list().elements().stream()
                        .flatMap(each -> literals(each).stream())
                        .toList();
            default -> List.of();
        };
    }
}
