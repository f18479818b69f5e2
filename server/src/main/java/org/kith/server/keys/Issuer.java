package org.kith.server.keys;

/// In whose name keys are made.
///
/// @param organisation as the certificates say it, such as `Ministry of Foreign Affairs of Utopia`
record Issuer(String organisation, boolean forDemonstration) {
    Issuer {
        if (organisation.isBlank()) throw new IllegalArgumentException("Keys are made in an organisation's name.");
    }
}
