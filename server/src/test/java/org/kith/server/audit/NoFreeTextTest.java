package org.kith.server.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// Nothing a person typed can get into the journal, since nothing that takes text is open to other modules. The one
/// door is [Code], and it lets plain short words through only.
@AnalyzeClasses(packages = "org.kith.server.audit", importOptions = DoNotIncludeTests.class)
class NoFreeTextTest {
    private static final DescribedPredicate<List<JavaClass>> TEXT = DescribedPredicate.describe(
            "text among its parameters",
            parameters -> parameters.stream().anyMatch(type -> type.isAssignableTo(CharSequence.class)));

    @ArchTest
    static final ArchRule no_public_method_of_the_journal_takes_text = codeUnits()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveFullyQualifiedName(Code.class.getName())
            .and()
            .areDeclaredInClassesThat()
            .areNotEnums()
            .should()
            .notHaveRawParameterTypes(TEXT);
}
