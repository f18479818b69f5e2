package org.kith.credential.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
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

        assertThat(said(classPath(Stream::of))).isEqualTo("AmazonCorrettoCryptoProvider signs and verifies");
    }

    @Test
    void javas_own_signs_where_the_jar_is_not() throws Exception {
        assertThat(said(classPath(jar -> Stream.empty()))).isEqualTo(JAVAS_OWN);
    }

    /// As on a machine that the jar was not made for.
    @Test
    void javas_own_signs_where_the_jar_has_no_library_that_loads() throws Exception {
        assertThat(said(classPath(jar -> Stream.of(withoutLibrary(jar))))).isEqualTo(JAVAS_OWN);
    }

    private static String classPath(Function<String, Stream<String>> instead) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .flatMap(part -> part.contains("AmazonCorretto") ? instead.apply(part) : Stream.of(part))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String withoutLibrary(String jar) {
        var copy = folder.resolve("AmazonCorretto.jar");
        try (var in = new ZipFile(jar);
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entry : Collections.list(in.entries())) {
                if (entry.getName().endsWith(".so")) continue;
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.getInputStream(entry).transferTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy.toString();
    }

    private static String said(String classPath) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        CryptoProviderTest.class.getName())
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }
}
