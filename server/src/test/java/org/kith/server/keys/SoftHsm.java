package org.kith.server.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A token of SoftHSM2. Its module finds tokens by a file that the environment names, one for the whole process: the
/// last one made is the one that is there.
public final class SoftHsm {
    private static final String PIN = "8241";

    private final Path folder;

    private SoftHsm(Path folder) {
        this.folder = folder;
    }

    /// Skips where SoftHSM2 is missing; `KITH_REQUIRE=softhsm` makes that a failure.
    public static SoftHsm in(Path folder) throws IOException, InterruptedException {
        var required = List.of(System.getenv().getOrDefault("KITH_REQUIRE", "").split(","))
                .contains("softhsm");
        var here = module().isPresent() && Files.isExecutable(Path.of("/usr/bin/softhsm2-util"));
        if (required) assertThat(here).as("KITH_REQUIRE asks for softhsm").isTrue();
        assumeTrue(here, "SoftHSM2 is not installed (Debian: softhsm2)");

        var some = new SoftHsm(folder);
        Files.createDirectories(some.tokens());
        Files.writeString(some.settings(), "directories.tokendir = " + some.tokens() + "\nlog.level = ERROR\n");
        Files.writeString(some.pin(), PIN + "\n");
        Files.writeString(some.configuration(), """
                name = SoftHSM
                library = %s
                slotListIndex = 0
                attributes(generate, CKO_PRIVATE_KEY, CKK_EC) = {
                  CKA_TOKEN = true
                  CKA_PRIVATE = true
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_SIGN = true
                }
                """.formatted(module().orElseThrow()));
        some.run("softhsm2-util", "--init-token", "--free", "--label", "kith", "--pin", PIN, "--so-pin", "5678");
        some.plugIn();
        return some;
    }

    /// Tells the module in this process of it: a program that starts has its environment from whoever started it.
    @SuppressWarnings("restricted")
    private void plugIn() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var linker = Linker.nativeLinker();
            var setenv = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setenv"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            var name = arena.allocateFrom("SOFTHSM2_CONF");
            var value = arena.allocateFrom(settings().toString());
            assertThat((int) setenv.invokeExact(name, value, 1)).isZero();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        PkcsModule.restart(configuration());
    }

    public Path settings() {
        return folder.resolve("softhsm2.conf");
    }

    Path tokens() {
        return folder.resolve("tokens");
    }

    public Path configuration() {
        return folder.resolve("pkcs11.cfg");
    }

    public Path pin() {
        return folder.resolve("pin");
    }

    public KeyPlace place(Path keys, Path passwordFile) {
        return new KeyPlace(keys, passwordFile, Optional.of(hsm()));
    }

    KeyPlace.Hsm hsm() {
        return new KeyPlace.Hsm(configuration(), pin());
    }

    /// As if somebody pulled its cable.
    public void goAway() throws IOException {
        Files.move(tokens(), folder.resolve("away"));
    }

    public void comeBack() throws IOException {
        Files.move(folder.resolve("away"), tokens());
    }

    String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", settings().toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static Optional<Path> module() {
        return Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }
}
