package org.kith.server.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Which keys sign, and what an operator has to do about them.
@Component
public class KeyHealth {
    private static final byte[] PROBE = {'k', 'i', 't', 'h'};

    private final Keys keys;
    private final Clock clock;

    KeyHealth(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// What is amiss with the keys of a purpose.
    public sealed interface Trouble {
        Purpose purpose();

        /// Nothing can be signed: no key's time is now.
        record NoKey(Purpose purpose) implements Trouble {}

        /// Nothing can be signed: the hardware does not answer.
        record Away(Purpose purpose) implements Trouble {}

        /// The last key there is ends soon, and the next is to be made.
        record Ending(Purpose purpose, Instant until) implements Trouble {}

        /// Whether nothing is signed until it is mended.
        default boolean stops() {
            return !(this instanceof Ending);
        }
    }

    /// Those that sign now and those whose turn comes, by purpose.
    public List<KeyInUse> keys() {
        var now = clock.instant();
        var all = keys.signing(now);
        return Stream.of(Purpose.values())
                .flatMap(purpose -> all.of(purpose).stream()
                        .filter(key ->
                                all.inUse(purpose, now).filter(key::equals).isPresent()
                                        || now.isBefore(key.publicKey().from())))
                .map(key -> view(key, now))
                .toList();
    }

    /// What is amiss; asks the hardware, where there is any.
    public List<Trouble> troubles() {
        var now = clock.instant();
        var all = keys.signing(now);
        var found = new ArrayList<Trouble>();
        for (var purpose : Purpose.values()) {
            var inUse = all.inUse(purpose, now);
            if (inUse.isEmpty()) found.add(new Trouble.NoKey(purpose));
            else if (!answers(inUse.get())) found.add(new Trouble.Away(purpose));
            all.last(purpose)
                    .map(last -> last.publicKey().until())
                    .filter(until -> !now.isBefore(until.minus(Rotation.WARNED)))
                    .ifPresent(until -> found.add(new Trouble.Ending(purpose, until)));
        }
        return List.copyOf(found);
    }

    private static boolean answers(SigningKey key) {
        try {
            return key.signer().sign(PROBE).length > 0;
        } catch (KeysAway away) {
            return false;
        }
    }

    private static KeyInUse view(SigningKey key, Instant now) {
        var published = key.publicKey();
        return new KeyInUse(
                key.purpose(),
                published.id(),
                published.from(),
                published.until(),
                !now.isBefore(published.from()),
                key.provider());
    }
}
