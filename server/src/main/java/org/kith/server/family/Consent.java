package org.kith.server.family;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.vault.PersonId;

/// How a child's guardians stand to its application.
///
/// @param all       whether the programme asks each of them
/// @param exception why one is enough, as the guardian who fills in says; empty if they do not
public record Consent(boolean all, List<Voice> voices, Optional<Exempt> exception) {
    public Consent {
        voices = List.copyOf(voices);
    }

    /// One guardian's word.
    ///
    /// @param said null until they said anything
    public record Voice(
            PersonId guardian,
            boolean acts,
            @Nullable Boolean said,
            @Nullable Instant at) {
        public boolean isYes() {
            return Boolean.TRUE.equals(said);
        }

        public boolean isNo() {
            return Boolean.FALSE.equals(said);
        }
    }

    /// Why one guardian is enough, as the one says.
    ///
    /// @param titleKey of the pack
    /// @param papers   of the catalogue, any of which shows it
    /// @param shown    what an officer found; null until one did
    public record Exempt(
            String id,
            String titleKey,
            List<String> papers,
            @Nullable Boolean shown) {}

    /// Whether a child may be given a card as far as its guardians are concerned. **Two who sign apart, unless the
    /// programme asks for one, or an officer saw why there is but one.**
    public boolean isEnough() {
        if (isExcepted()) return voices.stream().anyMatch(voice -> voice.acts() && voice.isYes());
        var yes = voices.stream().filter(Voice::isYes).count();
        return all ? yes >= 2 && yes == voices.size() : yes >= 1;
    }

    public boolean isRefused() {
        return all && !isExcepted() && voices.stream().anyMatch(Voice::isNo);
    }

    public boolean isExcepted() {
        return exception.filter(each -> Boolean.TRUE.equals(each.shown())).isPresent();
    }
}
