package org.kith.server.keys;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;

/// Sets a module of PKCS#11 up anew in this process, which SunPKCS11 does only once: C_Finalize, then C_Initialize
/// (PKCS #11 v2.40 §5.4). All sessions with it end.
final class PkcsModule {
    /// CK_C_INITIALIZE_ARGS: four functions, the flags, one pointer for later.
    private static final long ARGUMENTS = 6 * ValueLayout.ADDRESS.byteSize();
    private static final long FLAGS = 4 * ValueLayout.ADDRESS.byteSize();
    private static final long OS_LOCKING = 2;

    private static final long OK = 0;
    private static final long ALREADY_INITIALIZED = 0x191;

    private PkcsModule() {}

    /// @param configuration that SunPKCS11 reads
    static void restart(Path configuration) throws IOException {
        var library = library(configuration);
        call(library, "C_Finalize", MemorySegment.NULL);
        try (var arena = Arena.ofConfined()) {
            var arguments = arena.allocate(ARGUMENTS, ValueLayout.ADDRESS.byteAlignment());
            arguments.set(ValueLayout.JAVA_LONG, FLAGS, OS_LOCKING);
            var answer = call(library, "C_Initialize", arguments);
            if (answer != OK && answer != ALREADY_INITIALIZED)
                throw new IOException("C_Initialize answers " + Long.toHexString(answer));
        }
    }

    private static String library(Path configuration) throws IOException {
        for (var line : Files.readAllLines(configuration)) {
            var parts = line.split("=", 2);
            if (parts.length == 2 && parts[0].strip().equals("library"))
                return parts[1].strip().replace("\"", "");
        }
        throw new IOException("no library in " + configuration);
    }

    @SuppressWarnings("restricted") // there is no other way to a module's own functions
    private static long call(String library, String function, MemorySegment argument) throws IOException {
        try {
            var found = SymbolLookup.libraryLookup(Path.of(library), Arena.global())
                    .find(function)
                    .orElseThrow(() -> new IOException("no " + function + " in " + library));
            var handle = Linker.nativeLinker()
                    .downcallHandle(found, FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
            return (long) handle.invokeExact(argument);
        } catch (Throwable e) {
            throw new IOException(function + " cannot be called", e);
        }
    }
}
