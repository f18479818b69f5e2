package org.kith.credential.trust;

import java.util.List;
import java.util.Optional;

/// The issuers someone has chosen to believe.
///
/// @param files at most one of each issuer
public record Trust(List<TrustFile> files) {
    public Trust {
        files = List.copyOf(files);
        if (files.stream().map(TrustFile::issuer).distinct().count() != files.size()) {
            throw new IllegalArgumentException("Two trust files name the same issuer.");
        }
    }

    public Optional<TrustFile> in(String issuer) {
        return files.stream().filter(file -> file.issuer().equals(issuer)).findFirst();
    }
}
