package org.kith.server.status.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.credential.status.StatusListCwt;
import org.kith.credential.status.StatusListToken;
import org.springframework.http.MediaType;

/// The forms of a list that a reader may ask for (Token Status List §8.1).
enum ListForm {
    JWT(StatusListToken.MEDIA_TYPE),
    CWT(StatusListCwt.MEDIA_TYPE);

    private final String type;

    ListForm(String type) {
        this.type = type;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /// Each form has an etag of its own, though both change together.
    String etag(String published) {
        return this == JWT ? published : published + "-cwt";
    }

    /// What is liked best, the JWT where both are liked as much; nothing if neither will do (RFC 9110 §12.5.1).
    static Optional<ListForm> of(List<MediaType> accepted) {
        if (accepted.isEmpty()) return Optional.of(JWT);

        return Stream.of(JWT, CWT)
                .filter(form -> form.quality(accepted) > 0)
                .max(Comparator.comparingDouble(form -> form.quality(accepted)));
    }

    /// The most exact range that fits decides, so that `q=0` can leave one form out.
    private double quality(List<MediaType> accepted) {
        return accepted.stream()
                .filter(range -> range.includes(type()))
                .min(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }
}
