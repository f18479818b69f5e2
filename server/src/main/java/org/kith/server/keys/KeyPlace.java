package org.kith.server.keys;

import java.nio.file.Path;
import java.util.Optional;

/// Where the keys lie.
///
/// @param passwordFile opens `keys.p12` in the folder
/// @param hsm          where the signing keys lie instead; the secrets stay in the folder
public record KeyPlace(Path folder, Path passwordFile, Optional<Hsm> hsm) {
    /// A module of PKCS#11.
    ///
    /// @param configuration the file that tells SunPKCS11 of the module and the slot
    /// @param pinFile       holds the user's PIN; may be a descriptor
    public record Hsm(Path configuration, Path pinFile) {}

    public KeyPlace(Path folder, Path passwordFile) {
        this(folder, passwordFile, Optional.empty());
    }

    /// As settings say it, where an empty one is none.
    ///
    /// @throws KeyRefusal if an HSM is named without its PIN
    public static KeyPlace of(Path folder, Path passwordFile, String hsm, String pinFile) {
        if (hsm.isBlank()) return new KeyPlace(folder, passwordFile);
        if (pinFile.isBlank()) throw new KeyRefusal("KITH_HSM is set, and KITH_HSM_PIN_FILE is not.");

        return new KeyPlace(folder, passwordFile, Optional.of(new Hsm(Path.of(hsm), Path.of(pinFile))));
    }

    Path file() {
        return folder.resolve("keys.p12");
    }

    Path lock() {
        return folder.resolve("lock");
    }
}
