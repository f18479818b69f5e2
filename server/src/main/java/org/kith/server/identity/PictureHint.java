package org.kith.server.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What may make a picture hard to read, or a face hard to know. A hint and never a refusal: the person keeps it or
/// takes it again, and an
/// officer judges.
public enum PictureHint {
    DARK,
    BRIGHT,
    GLARE,
    BLURRED,
    CUT_OFF,
    SMALL,
    /// Of a face photo only, from here on.
    NO_FACE,
    SEVERAL_FACES,
    FACE_FAR,
    ONE_SIDED,
    EYES,
    /// Perhaps taken from a screen or from print, and not of a person.
    OF_A_PICTURE;

    /// The key of its sentence for the person.
    public String textKey() {
        return "pictures.hint." + code();
    }

    /// The key of its word for an officer.
    public String deskKey() {
        return "pictures.desk.hint." + code();
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As a column and a pipe hold them: names with a space between; empty for none.
    public static String written(Set<PictureHint> hints) {
        return hints.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    /// Reads what [#written] wrote. A name that this version does not know says nothing.
    public static Set<PictureHint> read(String written) {
        var names = Arrays.asList(written.split(" "));
        var hints = EnumSet.noneOf(PictureHint.class);
        for (var hint : values()) if (names.contains(hint.name())) hints.add(hint);
        return hints;
    }
}
