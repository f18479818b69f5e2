package org.kith.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.trust.Trust;
import org.kith.credential.trust.TrustFile;

/// The issuers pinned on this machine, a file each. What is pinned is the fingerprint: a trust file with other
/// keys is
/// refused until a person has compared the new fingerprint and removed the old pin.
final class TrustStore {
    private static final int MAX_BYTES = 1024 * 1024;

    private final Path folder;

    TrustStore(Path folder) {
        this.folder = folder;
    }

    List<TrustFile> all() throws Refusal {
        var files = new ArrayList<TrustFile>();
        for (var file : LocalFiles.list(folder, ".json")) files.add(read(file));
        return List.copyOf(files);
    }

    Trust trust() throws Refusal {
        return new Trust(all());
    }

    Optional<TrustFile> of(String issuer) throws Refusal {
        return trust().in(issuer);
    }

    /// Pins an issuer, or renews what is not pinned (its name) under the same fingerprint.
    ///
    /// @throws Refusal if the issuer is pinned under another fingerprint
    void pin(TrustFile file) throws Refusal {
        var pinned = of(file.issuer());
        if (pinned.isPresent() && !pinned.get().fingerprint().equals(file.fingerprint())) {
            throw Refusal.no(
                    """
                    The keys of %s are not those you trusted.
                      trusted: %s
                      offered: %s
                    Nothing was changed. Ask the issuer by another way whether they have new keys. If they have, run
                      kith trust remove %s
                    and add the issuer again.""".formatted(file.issuer(), pinned.get().fingerprint(), file.fingerprint(), file.issuer()));
        }
        LocalFiles.write(place(file.issuer()), file.write());
    }

    /// The issuers in these files; those pinned on this machine where none is named.
    static Trust chosen(Surroundings here, List<Path> named) throws Refusal {
        if (named.isEmpty()) return new TrustStore(here.trust()).trust();
        var files = new ArrayList<TrustFile>();
        for (var file : named) files.add(read(file));
        try {
            return new Trust(files);
        } catch (IllegalArgumentException e) {
            throw Refusal.wrongUse(e.getMessage() + " Name only one of them with --trust.");
        }
    }

    boolean remove(String issuer) throws Refusal {
        try {
            return Files.deleteIfExists(place(issuer));
        } catch (IOException e) {
            throw Refusal.no(place(issuer) + " cannot be removed. Check the folder's permissions.");
        }
    }

    static TrustFile read(Path file) throws Refusal {
        try {
            return TrustFile.read(LocalFiles.read(file, MAX_BYTES));
        } catch (Malformed e) {
            throw Refusal.wrongUse(file + " is " + e.fault() + ". Get it anew from the issuer.");
        }
    }

    private Path place(String issuer) {
        return folder.resolve(LocalFiles.nameOf(issuer) + ".json");
    }
}
