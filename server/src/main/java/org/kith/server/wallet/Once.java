package org.kith.server.wallet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Remembers what may be used once, for as long as it could be used. Of all who come with the same at the same moment,
/// on whichever node, one is the first.
@Repository
class Once {
    private final JdbcClient jdbc;

    Once(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What kind of thing: the same text of two kinds is not the same.
    enum Kind {
        CREDENTIAL_NONCE,
        DPOP_PROOF,
        ATTESTATION_PROOF,
        CLIENT_ASSERTION
    }

    /// Whether nobody came with it before.
    ///
    /// @param whose a text is unique to its maker only
    boolean isFirst(Kind kind, String whose, String text, Instant expires) {
        var sql = "insert into wallet_once (hash, expires) values (:hash, :expires) on conflict do nothing";
        return jdbc.sql(sql)
                        .param("hash", hash(kind, whose, text))
                        .param("expires", Timestamp.from(expires))
                        .update()
                == 1;
    }

    private static byte[] hash(Kind kind, String whose, String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var part : new String[] {kind.name(), whose}) {
                sha256.update(part.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
