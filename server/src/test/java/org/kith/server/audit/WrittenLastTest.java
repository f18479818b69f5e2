package org.kith.server.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;

/// Entries are written as the last act before a commit. Whatever else ran there could do a deed too late to be written.
@AnalyzeClasses(packages = "org.kith.server", importOptions = DoNotIncludeTests.class)
class WrittenLastTest {
    private static final DescribedPredicate<JavaAnnotation<?>> JUST_BEFORE_COMMIT = DescribedPredicate.describe(
            "a listener just before the commit",
            annotation -> annotation.getRawType().isEquivalentTo(TransactionalEventListener.class)
                    && annotation.as(TransactionalEventListener.class).phase() == TransactionPhase.BEFORE_COMMIT);

    @ArchTest
    static final ArchRule only_the_journal_acts_just_before_a_commit = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("org.kith.server.audit..")
            .and()
            .areDeclaredInClassesThat()
            .areAssignableTo(TransactionSynchronization.class)
            .should()
            .haveName("beforeCommit")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobody_listens_just_before_a_commit =
            noMethods().should().beAnnotatedWith(JUST_BEFORE_COMMIT).allowEmptyShould(true);
}
