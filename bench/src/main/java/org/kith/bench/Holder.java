package org.kith.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kith.credential.encoding.Base64Url;

/// Somebody with a card, who is signed in, and the offer they made to wallets: **one, which the bench puts back each
/// time it was used**, under another code. Making each on its page and reading its mail is not what is measured.
final class Holder {
    private static final Pattern OFFERED = Pattern.compile("pre-authorized_code%22%3A%22([A-Za-z0-9_-]{43})");
    private static final Pattern PIN = Pattern.compile(">\\s*([0-9]{6})\\s*<");

    private final Browser browser;
    private final Connection connection;
    private final UUID offer;
    private final String pin;
    private final SecureRandom random = new SecureRandom();

    private Holder(Browser browser, Connection connection, UUID offer, String pin) {
        this.browser = browser;
        this.connection = connection;
        this.offer = offer;
        this.pin = pin;
    }

    /// Led through the whole server to a card, and to an offer with its mail.
    static Holder withCard(Server server, Path home, String email)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        var browser = new Browser(server.origin(), new Timings());
        var filed = new Applicant(browser, email, true).apply();
        new Officers(server.origin(), new Timings(), Photo.atCounter()).finish(browser, filed);
        browser.get("/card/wallets");
        var page = browser.post("/card/wallets/any", Map.of());
        var offered = OFFERED.matcher(page);
        if (!offered.find()) throw new IllegalStateException("no offer on the page: " + Browser.words(page));

        var connection = Data.asSuperuser(home);
        // The bench's own statements wait for no disk.
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
        }
        return new Holder(browser, connection, offer(connection, offered.group(1)), pin(browser.unnoted(), email));
    }

    Browser browser() {
        return browser;
    }

    String pin() {
        return pin;
    }

    /// The code of an offer that stands.
    String offered() throws SQLException, GeneralSecurityException {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var code = Base64Url.write(bytes);
        var sql = """
                update wallet_offer set code_hash = ?, used_at = null, pin_tries = 0,
                    expires = now() + make_interval(secs => (select coalesce(max(ahead), 0) from demo_clock))
                              + interval '15 minutes'
                where id = ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, OfficersKey.sha256(code.getBytes(UTF_8)));
            statement.setObject(2, offer);
            if (statement.executeUpdate() != 1) throw new IllegalStateException("the offer is gone");
        }
        return code;
    }

    private static UUID offer(Connection connection, String code) throws SQLException, GeneralSecurityException {
        try (var statement = connection.prepareStatement("select id from wallet_offer where code_hash = ?")) {
            statement.setBytes(1, OfficersKey.sha256(code.getBytes(UTF_8)));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    private static String pin(Browser browser, String email) throws IOException, InterruptedException {
        for (var attempt = 0; attempt < 100; attempt++) {
            for (var mail : browser.get("/demo/outbox").split("class=\"kith-panel\"", -1)) {
                var pin = PIN.matcher(mail);
                if (mail.contains(email) && pin.find()) return pin.group(1);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no mail with a PIN for " + email);
    }
}
