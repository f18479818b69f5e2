package org.kith.server.keys;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A key for every country, made when first needed, so that a country's people can be forgotten at one stroke.
/// Countries are ISO 3166 alpha-3 codes, `ZZZ` when unknown.
@Component
public class CountryKeys {
    private static final byte FORM = 1;
    private static final int HEADER = 1 + Long.BYTES;

    private final CountryFiles files;
    private final Clock clock;

    CountryKeys(Keys keys, Clock clock) {
        this.files = new CountryFiles(keys.folder().resolve("countries"), keys.secret(SecretName.ROOT));
        this.clock = clock;
    }

    /// A new random key for `owner`, wrapped by the country's.
    public byte[] newKey(String country, UUID owner) {
        return wrap(country, owner, Secret.random());
    }

    /// The key in `wrapped`, ready for use, or nothing once the country's key is destroyed.
    public Optional<Aead> open(String country, UUID owner, byte[] wrapped) {
        return unwrap(country, owner, wrapped).map(Secret::aead);
    }

    /// The same key wrapped by another country's, or nothing once the first country's is destroyed.
    public Optional<byte[]> rewrap(String from, String to, UUID owner, byte[] wrapped) {
        return unwrap(from, owner, wrapped).map(secret -> wrap(to, owner, secret));
    }

    /// A code of 32 bytes under the country's look-up key: the same for the same label and message, and telling
    /// nothing.
    public byte[] mac(String country, String label, byte[] message) {
        return files.findOrMake(country).lookUps().mac(label.getBytes(StandardCharsets.US_ASCII), message);
    }

    /// The same under the look-up key of every country that has one now. None is made for it.
    public List<byte[]> macs(String label, byte[] message) {
        var ascii = label.getBytes(StandardCharsets.US_ASCII);
        return files.countries().stream()
                .flatMap(country -> files.find(country).stream())
                .map(key -> key.lookUps().mac(ascii, message))
                .toList();
    }

    /// Makes all that the country's key wraps unreadable, on every node that shares the folder, at once and for good.
    public void destroy(String country) {
        files.destroy(country, clock.instant());
    }

    private byte[] wrap(String country, UUID owner, Secret secret) {
        var key = files.findOrMake(country);
        try {
            var sealed = key.wrapping().aead().encrypt(secret.reveal(), bound(country, owner));
            return ByteBuffer.allocate(HEADER + sealed.length)
                    .put(FORM)
                    .putLong(key.id())
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Secret> unwrap(String country, UUID owner, byte[] wrapped) {
        if (wrapped.length <= HEADER || wrapped[0] != FORM)
            throw new IllegalStateException("A wrapped key is damaged.");

        var buffer = ByteBuffer.wrap(wrapped, 1, wrapped.length - 1);
        var id = buffer.getLong();
        var sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return key(country, id).map(key -> opened(country, owner, key, sealed));
    }

    /// A key that is neither here nor noted as destroyed has been mislaid, which is the operator's to mend.
    private Optional<CountryKey> key(String country, long id) {
        var key = files.find(country).filter(found -> found.id() == id);
        if (key.isPresent() || files.destroyed(country, id)) return key;

        throw new KeyRefusal(
                "The key " + CountryKey.idText(id) + " of " + country + " is missing from the folder of keys.");
    }

    private static Secret opened(String country, UUID owner, CountryKey key, byte[] sealed) {
        try {
            return Secret.of(key.wrapping().aead().decrypt(sealed, bound(country, owner)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A wrapped key does not open: it is damaged, or another person's.", e);
        }
    }

    private static byte[] bound(String country, UUID owner) {
        return ("kith person key " + country + " " + owner).getBytes(StandardCharsets.US_ASCII);
    }
}
