package org.kith.server.keys;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.PublishedTestKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys of this programme, opened once at start. Nothing here gives a private byte away.
public final class Keys implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final KeyPlace place;
    private final char[] password;
    private final @Nullable Token token;
    private final @Nullable DemoRenewal renewal;
    private final Map<SecretName, Secret> secrets = new EnumMap<>(SecretName.class);
    private volatile Read read;
    private long nextTry = System.nanoTime();

    /// The signing keys as the file had them when it bore this mark.
    private record Read(String mark, SigningKeys keys) {}

    private Keys(KeyPlace place, char[] password, @Nullable Token token, @Nullable DemoRenewal renewal) {
        this.place = place;
        this.password = password;
        this.token = token;
        this.renewal = renewal;
        var mark = mark(place.file());
        var file = KeyFile.read(place.file(), password);
        for (var name : SecretName.values()) secrets.put(name, file.secret(name));
        read = new Read(mark, SigningKeys.in(file, token));
    }

    /// Opens the keys with the password that lies beside them.
    ///
    /// @throws KeyRefusal if there are none, or they do not open
    public static Keys open(KeyPlace place) {
        demandKeys(place);
        return new Keys(place, PasswordFile.read(place.passwordFile()), token(place), null);
    }

    /// Makes the keys of a programme, once, opened by the password that lies there already. Those for which a root
    /// has to vouch are asked for next, by [KeyRequests].
    ///
    /// @param organisation in whose name, as the certificates say it
    /// @throws KeyRefusal if there are keys already: they are never replaced
    public static void create(KeyPlace place, String organisation, Clock clock) {
        var password = PasswordFile.read(place.passwordFile());
        OwnFile.folder(place.folder());
        var file = KeyFile.empty(password);
        if (Files.exists(place.file())) throw exist(place);
        for (var name : SecretName.values()) file.put(name, Secret.random());
        try (var token = token(place)) {
            entries(file, token).make(Purpose.JOURNAL, new Issuer(organisation, false), clock.instant());
        }
        if (!OwnFile.makeOnce(place.file(), file.bytes())) throw exist(place);
    }

    /// The demonstration makes what it lacks, marked so that production refuses it.
    static Keys openForDemonstration(KeyPlace place, Authority authority, Clock clock) {
        OwnFile.folder(place.folder());
        if (!Files.exists(place.passwordFile())) OwnFile.makeOnce(place.passwordFile(), randomPassword());
        var password = PasswordFile.read(place.passwordFile());
        var token = token(place);
        var renewal = new DemoRenewal(place, password, token, authority);
        renewal.completeAtStart(clock.instant());
        return new Keys(place, password, token, renewal);
    }

    /// Whether any of them was made by the demonstration.
    public boolean areForDemonstration() {
        return read.keys().all().anyMatch(SigningKey::forDemonstration);
    }

    /// Whether any of them is a key whose private half a standard prints.
    public boolean publishedTestKey() {
        return read.keys()
                .all()
                .anyMatch(key -> PublishedTestKeys.contains(key.publicKey().jwk()));
    }

    /// Whether a root vouches for a key of every purpose that needs it.
    public boolean certified() {
        for (var purpose : Purpose.values()) {
            if (purpose.certified() && read.keys().of(purpose).stream().noneMatch(SigningKey::isCertified))
                return false;
        }
        return true;
    }

    /// Seals what belongs to no person.
    public Aead house() {
        return secret(SecretName.HOUSE).aead();
    }

    /// Ends what was open with an HSM.
    @Override
    public void close() {
        if (token != null) token.close();
    }

    Path folder() {
        return place.folder();
    }

    Secret secret(SecretName name) {
        return Objects.requireNonNull(secrets.get(name));
    }

    /// The signing keys there are at `now`: what a command installed is seen at once, and in the demonstration the
    /// next are made by the way.
    SigningKeys signing(Instant now) {
        var known = read;
        if (renewal != null) {
            if (renewal.isDue(known.keys(), now)) {
                renewal.complete(now);
                reread(mark(place.file()));
            }
        } else {
            var mark = mark(place.file());
            if (!mark.equals(known.mark())) reread(mark);
        }
        return read.keys();
    }

    /// Keys that cannot be read now leave those from before in place, until a later try.
    private synchronized void reread(String mark) {
        if (read.mark().equals(mark) || System.nanoTime() < nextTry) return;
        try {
            read = new Read(mark, SigningKeys.in(KeyFile.read(place.file(), password), token));
        } catch (RuntimeException e) {
            LOG.warn("The keys changed and cannot be read; those from before go on", e);
            nextTry = System.nanoTime() + PAUSE;
        }
    }

    static void demandKeys(KeyPlace place) {
        if (Files.exists(place.file())) return;

        throw new KeyRefusal("No keys in " + place.folder() + ". Make them with: kith keys create");
    }

    static @Nullable Token token(KeyPlace place) {
        return place.hsm().map(Token::open).orElse(null);
    }

    /// Where keys that sign are made.
    static SigningEntries entries(KeyFile file, @Nullable Token token) {
        return token == null ? file.entries() : token.entries();
    }

    private static KeyRefusal exist(KeyPlace place) {
        return new KeyRefusal("There are keys in " + place.folder() + " already. Keys are never replaced.");
    }

    /// What tells the file from one that took its place. While there is none, the keys stay as they are.
    private static String mark(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            return "none";
        }
    }

    private static byte[] randomPassword() {
        var bytes = Secret.randomBytes(Secret.LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).getBytes(StandardCharsets.US_ASCII);
    }
}
