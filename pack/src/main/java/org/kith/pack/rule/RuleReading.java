package org.kith.pack.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kith.pack.question.Countries;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Place;

/// Looks through a rule for what its types cannot tell: which answers it speaks of, and whether it compares a choice
/// or a country with a code that does not exist.
final class RuleReading {
    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");

    private final CelAbstractSyntaxTree ast;
    private final Map<String, Question> questions;
    private final Countries countries;

    RuleReading(CelAbstractSyntaxTree ast, Map<String, Question> questions, Countries countries) {
        this.ast = ast;
        this.questions = questions;
        this.countries = countries;
    }

    /// The names the rule speaks of.
    Set<String> check(Place place, Faults faults) {
        var names = new TreeSet<String>();
        CelNavigableAst.fromAst(ast).getRoot().allNodes().forEach(node -> {
            var expr = node.expr();
            if (expr.getKind() == CelExpr.ExprKind.Kind.IDENT)
                names.add(expr.ident().name());
            if (expr.getKind() == CelExpr.ExprKind.Kind.CALL
                    && COMPARISONS.contains(expr.call().function())) {
                comparison(expr, place, faults);
            }
        });
        return names;
    }

    private void comparison(CelExpr expr, Place place, Faults faults) {
        var args = expr.call().args();
        for (var arg : args) {
            if (arg.getKind() != CelExpr.ExprKind.Kind.IDENT) continue;
            var question = questions.get(arg.ident().name());
            if (question != null)
                args.forEach(other -> literals(other).forEach(code -> code(question, code, place, faults)));
        }
    }

    private void code(Question question, String code, Place place, Faults faults) {
        if (question.type() == QuestionType.CHOICE && question.choice(code).isEmpty()) {
            var codes = question.choices().stream().map(choice -> choice.code()).toList();
            faults.add(
                    place,
                    "`" + code + "` is no choice of `" + question.id() + "`",
                    "use one of " + String.join(", ", codes));
        }
        if (question.type() == QuestionType.COUNTRY && !countries.knows(code)) {
            faults.add(place, "`" + code + "` is no country", "use the three letters of ISO 3166 or of the pack");
        }
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
