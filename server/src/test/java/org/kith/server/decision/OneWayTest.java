package org.kith.server.decision;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.server.application.Step;
import org.kith.server.card.CardStep;
import org.kith.server.card.CardTransitions;
import org.kith.server.status.StatusPositions;

/// Lesson 7: a search of the code finds one way to refuse an application, and one to take a card. What a server does
/// when it is asked is tried by [NoOtherWayTest].
@AnalyzeClasses(packages = "org.kith.server", importOptions = DoNotIncludeTests.class)
class OneWayTest {
    private static final Path SOURCES = Path.of("src/main");

    @ArchTest
    static final ArchRule only_a_decision_refuses_an_application = noClasses()
            .that()
            .resideOutsideOfPackage("org.kith.server.decision")
            .and()
            .areNotAssignableTo(Step.class)
            .and()
            .doNotHaveFullyQualifiedName("org.kith.server.application.Transitions")
            .should()
            .accessField(Step.class, "REFUSE")
            .orShould()
            .accessField(Step.class, "PROPOSE_REFUSAL")
            .orShould()
            .accessField(Step.class, "UPHOLD");

    @ArchTest
    static final ArchRule only_a_decision_carries_a_measure_out = noClasses()
            .that()
            .resideOutsideOfPackage("org.kith.server.decision")
            .should()
            .callMethodWhere(target(name("carryOut")).and(target(owner(assignableTo(Judged.class)))));

    @ArchTest
    static final ArchRule only_a_card_sets_what_a_check_says = noClasses()
            .that()
            .resideOutsideOfPackages("org.kith.server.card", "org.kith.server.status")
            .should()
            .callMethodWhere(target(name("set")).and(target(owner(assignableTo(StatusPositions.class)))));

    @ArchTest
    static final ArchRule only_the_table_knows_the_steps_that_take_a_card = noClasses()
            .that()
            .areNotAssignableTo(CardStep.class)
            .and()
            .areNotAssignableTo(CardTransitions.class)
            .should()
            .accessField(CardStep.class, "REVOKE")
            .orShould()
            .accessField(CardStep.class, "SUSPEND");

    @ArchTest
    static final ArchRule nobody_makes_a_step_of_a_word = noClasses()
            .should()
            .callMethod(Step.class, "valueOf", String.class)
            .orShould()
            .callMethod(CardStep.class, "valueOf", String.class);

    /// Whoever writes the column has read the table of steps.
    @ParameterizedTest
    @CsvSource({
        "update\\s+application\\b[^;\"]*?\\bset\\b[^;\"]*?\\bstage\\s*=, application/Applications.java",
        "update\\s+card\\s+set\\b[^;\"]*?\\bstage\\s*=, card/Cards.java",
        "(insert\\s+into|merge\\s+into)\\s+card\\b, card/Cards.java",
        "(insert\\s+into|merge\\s+into)\\s+decision\\b, decision/Decisions.java"
    })
    void one_file_writes(String sql, String file) throws IOException {
        assertThat(filesWith(Pattern.compile(sql, Pattern.CASE_INSENSITIVE))).containsExactly(file);
    }

    private static Set<String> filesWith(Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        var sources = SOURCES.resolve("java/org/kith/server");
        try (var files = Files.walk(sources)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList())
                if (pattern.matcher(Files.readString(file)).find())
                    found.add(sources.relativize(file).toString());
        }
        return found;
    }
}
