package org.kith.credential.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which provider signs, seen in a program of its own: the choice is made once.
class CryptoProviderTest {
    private static final String JAVAS_OWN = "SunEC signs and verifies";

    @TempDir
    Path folder;

    /// What the program says of itself after it signed.
    public static void main(String[] arguments) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var publicKey = (ECPublicKey) pair.getPublic();
        var signature =
                Es256.signer((ECPrivateKey) pair.getPrivate(), publicKey).sign(new byte[1]);
        var genuine = Es256.verify(publicKey, new byte[1], signature);
        System.out.println(CryptoProvider.chosen().getName() + (genuine ? " signs and verifies" : " does not"));
    }

    @Test
    void amazons_provider_signs_where_its_library_is() throws Exception {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "skipped: the provider's jar in this build is for Linux on x86-64");

        assertThat(said(System.getProperty("java.class.path"), folder))
                .isEqualTo("AmazonCorrettoCryptoProvider signs and verifies");
    }

    @Test
    void javas_own_signs_where_the_jar_is_not() throws Exception {
        var without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.contains("AmazonCorretto"))
                .collect(Collectors.joining(File.pathSeparator));

        assertThat(said(without, folder)).isEqualTo(JAVAS_OWN);
    }

    /// The jar unpacks its library into the folder for temporary files.
    @Test
    void javas_own_signs_where_the_library_does_not_load() throws Exception {
        assertThat(said(System.getProperty("java.class.path"), folder.resolve("none")))
                .isEqualTo(JAVAS_OWN);
    }

    private static String said(String classPath, Path temporary) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        classPath,
                        CryptoProviderTest.class.getName())
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }
}
