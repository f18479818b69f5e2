package org.kith.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.sql.SQLException;
import org.kith.credential.signing.Es256;

/// The bare limit of a visit that comes in, on one thread: a signature verified, its photo decoded and encoded again, a
/// row committed to the same PostgreSQL.
final class OutageLimit {
    private static final int TIMES = 40;
    private static final byte[] MESSAGE = new byte[300];

    private final Path home;
    private final byte[] photo;
    private final ECPublicKey key;
    private final byte[] signature;

    OutageLimit(Path home, byte[] photo) throws GeneralSecurityException, IOException, SQLException {
        this.home = home;
        this.photo = photo;
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        key = (ECPublicKey) pair.getPublic();
        signature = Es256.signer((ECPrivateKey) pair.getPrivate(), key).sign(MESSAGE);
        try (var connection = Data.asSuperuser(home);
                var statement = connection.createStatement()) {
            statement.execute("create table bare (id bigint generated always as identity primary key, form bytea)");
        }
        seconds();
    }

    /// Of one, on average of some.
    double seconds() throws IOException, SQLException {
        try (var connection = Data.asSuperuser(home);
                var insert = connection.prepareStatement("insert into bare (form) values (?)")) {
            var begun = System.nanoTime();
            for (var i = 0; i < TIMES; i++) {
                if (!Es256.verify(key, MESSAGE, signature)) throw new IllegalStateException("not genuine");
                Photo.again(photo);
                insert.setBytes(1, MESSAGE);
                insert.executeUpdate();
            }
            return (System.nanoTime() - begun) / 1e9 / TIMES;
        }
    }
}
