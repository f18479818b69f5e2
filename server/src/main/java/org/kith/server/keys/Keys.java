package org.kith.server.keys;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.PublishedTestKeys;

/// The keys of this programme, opened once at start. Nothing here gives a private byte away.
public final class Keys {
    private static final String FILE = "keys.p12";

    private final Path folder;
    private final Map<SecretName, Secret> secrets = new EnumMap<>(SecretName.class);
    private final @Nullable DemoRenewal renewal;
    private volatile SigningKeys signing;

    private Keys(Path folder, KeyFile file, @Nullable DemoRenewal renewal) {
        this.folder = folder;
        this.renewal = renewal;
        for (var name : SecretName.values()) secrets.put(name, file.secret(name));
        signing = SigningKeys.in(file);
    }

    /// Opens the keys in `folder` with the password that `passwordFile` holds.
    ///
    /// @throws KeyRefusal if there are none, or they do not open
    public static Keys open(Path folder, Path passwordFile) {
        if (!Files.exists(folder.resolve(FILE))) {
            throw new KeyRefusal("No keys in " + folder + ". Make them with: kith keys create");
        }
        return open(folder, password(passwordFile));
    }

    /// Makes the keys of a programme, once, opened by the password that `passwordFile` already holds.
    ///
    /// @param organisation in whose name, as the certificates say it
    /// @throws KeyRefusal if there are keys already: they are never replaced
    public static void create(Path folder, Path passwordFile, String organisation, Clock clock) {
        if (!make(folder, password(passwordFile), new Issuer(organisation, false), clock)) {
            throw new KeyRefusal("There are keys in " + folder + " already. Keys are never replaced.");
        }
    }

    /// Adds a signing key that takes its turn at `from`, so that its public half can be known everywhere before. The
    /// keys it follows go on verifying. A running server sees it when it starts again.
    public static void add(Path folder, Path passwordFile, Purpose purpose, String organisation, Instant from) {
        var password = password(passwordFile);
        var file = KeyFile.read(folder.resolve(FILE), password);
        file.put(NewKey.make(purpose, new Issuer(organisation, false), from));
        OwnFile.replace(folder.resolve(FILE), file.bytes());
    }

    /// The demonstration makes what it lacks, marked so that production refuses it.
    static Keys openForDemonstration(Path folder, Path passwordFile, Authority authority, Clock clock) {
        OwnFile.folder(folder);
        if (!Files.exists(passwordFile)) OwnFile.makeOnce(passwordFile, randomPassword());
        var renewal = new DemoRenewal(folder, folder.resolve(FILE), password(passwordFile), authority);
        return new Keys(folder, renewal.complete(clock.instant()), renewal);
    }

    /// Whether any of them was made by the demonstration.
    public boolean areForDemonstration() {
        return all().anyMatch(SigningKey::forDemonstration);
    }

    /// Whether any of them is a key whose private half a standard prints.
    public boolean publishedTestKey() {
        return all().anyMatch(key -> PublishedTestKeys.contains(key.publicKey().jwk()));
    }

    /// Seals what belongs to no person.
    public Aead house() {
        return secret(SecretName.HOUSE).aead();
    }

    Path folder() {
        return folder;
    }

    Secret secret(SecretName name) {
        return Objects.requireNonNull(secrets.get(name));
    }

    /// The signing keys there are at `now`. In the demonstration the next are made by the way.
    SigningKeys signing(Instant now) {
        if (renewal != null && renewal.isDue(signing, now)) signing = SigningKeys.in(renewal.complete(now));
        return signing;
    }

    private Stream<SigningKey> all() {
        return signing.all();
    }

    private static Keys open(Path folder, char[] password) {
        return new Keys(folder, KeyFile.read(folder.resolve(FILE), password), null);
    }

    private static boolean make(Path folder, char[] password, Issuer issuer, Clock clock) {
        OwnFile.folder(folder);
        var file = KeyFile.empty(password);
        for (var name : SecretName.values()) file.put(name, Secret.random());
        for (var purpose : List.of(Purpose.CARD, Purpose.STATUS, Purpose.JOURNAL))
            file.put(NewKey.make(purpose, issuer, clock.instant()));
        return OwnFile.makeOnce(folder.resolve(FILE), file.bytes());
    }

    private static char[] password(Path file) {
        try {
            var text = Files.readString(file).strip();
            if (text.isEmpty()) throw new KeyRefusal("The password file " + file + " is empty.");

            return text.toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The password file " + file + " cannot be read.", e);
        }
    }

    private static byte[] randomPassword() {
        var bytes = Secret.randomBytes(Secret.LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).getBytes(StandardCharsets.US_ASCII);
    }
}
