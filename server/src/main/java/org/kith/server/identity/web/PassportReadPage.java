package org.kith.server.identity.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kith.credential.mrz.Mrz;

/// What was read from a photo of the passport page, for the person to compare.
///
/// @param action where the lines go to fill in the fields; nothing is saved there yet
/// @param field  the name of the field that takes the lines
/// @param again  the address for another photo
public record PassportReadPage(String action, String field, String again, Mrz mrz) {
    public String lines() {
        return String.join("\n", mrz.lines());
    }

    public @Nullable LocalDate birth() {
        return mrz.birthDate().complete().orElse(null);
    }

    public @Nullable LocalDate expires() {
        return mrz.expiry().complete().orElse(null);
    }
}
