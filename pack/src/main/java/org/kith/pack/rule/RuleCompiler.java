package org.kith.pack.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.question.Countries;
import org.kith.pack.question.Question;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Place;
import org.kith.pack.source.Word;

/// Compiles the rules of a pack against its questions.
///
/// A rule may go through the lists of groups, which are short, and not through lists that it makes itself: of CEL's
/// macros, `map` and `has` stay off.
public final class RuleCompiler {
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 40;
    private static final int MOST_STEPS = 2_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableUnknownTracking(true)
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .comprehensionMaxIterations(MOST_STEPS)
            .build();

    private static final List<CelStandardMacro> MACROS = List.of(
            CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE, CelStandardMacro.ALL, CelStandardMacro.FILTER);

    /// Unknown answers flow through `&&`, `||` and `?:` as CEL's own unknown values.
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Set<String> unreadable;
    private final Countries countries;
    private final Map<Set<String>, CelCompiler> compilers = new HashMap<>();
    private final Faults faults;

    /// A compiler for the rules of one pack.
    ///
    /// @param unreadable ids of questions that have faults of their own; rules may name them without another
    public RuleCompiler(Collection<Question> questions, Set<String> unreadable, Countries countries, Faults faults) {
        questions.forEach(question -> this.questions.put(question.id(), question));
        this.unreadable = Set.copyOf(unreadable);
        this.countries = countries;
        this.faults = faults;
    }

    /// Whether a question or clause may be called so.
    public static boolean isReserved(String name) {
        return Vocabulary.RESERVED.contains(name);
    }

    /// Whether a question of that name has faults of its own, so that no more need be told of it.
    public boolean isUnreadable(String name) {
        return unreadable.contains(name);
    }

    /// Whether a name is that of a group, or of a question with faults of its own.
    public boolean isGroup(String name) {
        var question = questions.get(name);
        return question == null ? isUnreadable(name) : question.group().isPresent();
    }

    /// Tells of a question of a group that the rule speaks of and that the check without an account leaves out, though
    /// it asks the group: there the rule would stay open for ever. What that check may never ask is let be.
    public void tellOfUnasked(Rule rule, Place place) {
        rule.members().stream()
                .filter(member -> !member.inEligibilityCheck() && member.type().isAskedWithoutAccount())
                .filter(member -> isInEligibilityCheck(
                        member.id().substring(0, member.id().indexOf('.'))))
                .forEach(member -> faults.add(
                        place,
                        "`" + member.id() + "` is not asked in the eligibility check, and its group is",
                        "add `eligibility-check: true` to it"));
    }

    private boolean isInEligibilityCheck(String group) {
        return Optional.ofNullable(questions.get(group))
                .map(Question::inEligibilityCheck)
                .orElse(false);
    }

    /// Whether a path names an answer, or a part that answers of its type have: `birth_date`, `name.given`.
    public boolean canName(String... path) {
        var question = questions.get(path[0]);
        if (question == null) return unreadable.contains(path[0]);
        return path.length == 1
                || (path.length == 2 && Vocabulary.partsOf(question.type()).contains(path[1]));
    }

    /// Compiles a rule, or tells what is wrong with it.
    ///
    /// @param clauses names that stand for what a clause said
    public Optional<Rule> compile(Word rule, Set<String> clauses) {
        if (rule.text().length() > LONGEST) {
            faults.add(rule.place(), "the rule is longer than " + LONGEST + " characters", "split it into clauses");
            return Optional.empty();
        }
        var checked =
                compilers.computeIfAbsent(Set.copyOf(clauses), this::compiler).compile(rule.text());
        if (checked.hasError()) {
            checked.getErrors().forEach(issue -> tell(issue, rule, clauses));
            return Optional.empty();
        }
        try {
            var ast = checked.getAst();
            var mark = faults.mark();
            var reading = new RuleReading(ast, questions, known(clauses), countries, rule.place(), faults);
            var names = reading.check();
            if (!faults.cleanSince(mark)) return Optional.empty();
            return Optional.of(new Rule(rule.text(), program(ast), names, reading.members()));
        } catch (CelValidationException e) {
            throw new IllegalStateException("a rule without errors has a syntax tree", e);
        }
    }

    private Set<String> known(Set<String> clauses) {
        var known = new HashSet<>(clauses);
        known.addAll(questions.keySet());
        known.addAll(unreadable);
        known.add(Vocabulary.TODAY);
        return known;
    }

    private static Program program(CelAbstractSyntaxTree ast) {
        try {
            return RUNTIME.createProgram(ast);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked rule can be planned", e);
        }
    }

    private CelCompiler compiler(Set<String> clauses) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(MACROS)
                .setTypeProvider(Vocabulary.types(questions.values()))
                .setResultType(SimpleType.BOOL)
                .addVar(Vocabulary.TODAY, Vocabulary.date());
        questions.values().forEach(question -> builder.addVar(question.id(), Vocabulary.typeOf(question)));
        clauses.forEach(clause -> builder.addVar(clause, SimpleType.BOOL));
        unreadable.stream()
                .filter(id -> !questions.containsKey(id) && !clauses.contains(id))
                .forEach(id -> builder.addVar(id, SimpleType.DYN));
        return builder.build();
    }

    private void tell(CelIssue issue, Word rule, Set<String> clauses) {
        var place = new Place(
                rule.place().file(),
                rule.place().line() + Math.max(0, issue.getSourceLocation().getLine() - 1));
        var message = issue.getMessage().replace(" (in container '')", "");
        if (message.startsWith("undeclared reference to '")) {
            var name = message.substring("undeclared reference to '".length(), message.length() - 1);
            faults.add(place, "the rule asks for `" + name + "`, which is no question", meant(name, clauses));
        } else if (message.startsWith("expected type 'bool'")) {
            faults.add(place, "the rule is neither true nor false", "compare the answer with something");
        } else if (message.startsWith("found no matching overload")) {
            var told = new UnlikeThings(questions, rule.text()).overload(message);
            faults.add(place, told.what(), told.mend());
        } else {
            new UnlikeThings(questions, rule.text())
                    .field(message)
                    .ifPresentOrElse(
                            told -> faults.add(place, told.what(), told.mend()),
                            () -> faults.add(place, "the rule cannot be read: " + message, "write it in CEL"));
        }
    }

    private String meant(String name, Set<String> clauses) {
        return Nearest.of(name, questions.keySet(), clauses)
                .map(near -> "did you mean `" + near + "`")
                .orElse("use the id of a question");
    }
}
