package org.kith.server.wallet;

import java.util.Locale;
import org.kith.pack.programme.CredentialDefinition;
import org.kith.server.card.WalletCopy.Format;

/// What a wallet can ask for: a credential of the pack, in one format.
///
/// @param id in metadata, offers and requests; also its scope
public record Configuration(String id, CredentialDefinition definition, Format format) {
    static Configuration of(CredentialDefinition definition, Format format) {
        var suffix = format.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Configuration(definition.id() + "-" + suffix, definition, format);
    }

    /// The namespace of an mdoc's elements is named as its document type.
    String docType() {
        return definition.doctype().orElseThrow();
    }
}
