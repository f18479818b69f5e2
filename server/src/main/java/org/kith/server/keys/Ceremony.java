package org.kith.server.keys;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The root's side of a ceremony, on a machine that is connected to nothing: makes the root key in a folder of its own,
/// and vouches with it for the daily keys.
public final class Ceremony {
    private Ceremony() {}

    /// What a root signed.
    ///
    /// @param pem the root's certificate and the others, for `kith keys install`
    public record Signed(X509Certificate root, List<IssuedCertificate> certificates, String pem) {}

    /// Makes a root, once, opened by the password that `passwordFile` holds.
    ///
    /// @throws KeyRefusal if there is one already
    public static X509Certificate makeRoot(Path folder, Path passwordFile, Authority authority, Clock clock) {
        var password = PasswordFile.read(passwordFile);
        OwnFile.folder(folder);
        var root = Root.make(authority, false, clock.instant());
        if (!OwnFile.makeOnce(folder.resolve(Root.FILE), root.bytes(password)))
            throw new KeyRefusal("There is a root key in " + folder + " already. It is never replaced.");

        return root.certificate();
    }

    /// Vouches for every key in `requests`, or for none.
    ///
    /// @param from when they take their turn
    public static Signed sign(Path folder, Path passwordFile, String requests, Instant from) {
        var root = Root.read(folder.resolve(Root.FILE), PasswordFile.read(passwordFile));
        var signed = Pem.readRequests(requests).stream()
                .map(KeyRequest::read)
                .map(request -> new IssuedCertificate(
                        request.purpose(),
                        request.keyId(),
                        root.certify(request.purpose(), request.publicKey(), request.authority(), from)))
                .toList();
        if (signed.isEmpty()) throw new KeyRefusal("There is no request in the file.");

        var all = new ArrayList<X509Certificate>();
        all.add(root.certificate());
        signed.forEach(issued -> all.add(issued.certificate()));
        return new Signed(root.certificate(), signed, Pem.write(all));
    }
}
