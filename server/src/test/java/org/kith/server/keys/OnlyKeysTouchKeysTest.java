package org.kith.server.keys;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

@AnalyzeClasses(packages = "org.kith.server", importOptions = DoNotIncludeTests.class)
class OnlyKeysTouchKeysTest {
    @ArchTest
    static final ArchRule no_other_module_holds_a_private_key = noClasses()
            .that()
            .resideOutsideOfPackage("org.kith.server.keys..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PrivateKey.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SecretKey.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(KeyStore.class, SecretKeySpec.class, KeyPairGenerator.class);
}
