package org.kith.server.family;

/// People who apply together.
///
/// @param number as officers read it
public record Family(FamilyId id, String number) {
    /// As it is printed: `F 7K4M 2Q9D`.
    public String printed() {
        return "F " + number.substring(0, 4) + " " + number.substring(4);
    }
}
