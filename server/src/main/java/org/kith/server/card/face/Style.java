package org.kith.server.card.face;

import java.util.List;

/// What a text is for, and so in which fonts it is set: the first one that has a letter draws it.
enum Style {
    TITLE(FontFile.SERIF),
    TEXT(FontFile.SANS),
    STRONG(FontFile.SANS_STRONG);

    private final FontFile first;

    Style(FontFile first) {
        this.first = first;
    }

    List<FontFile> fonts() {
        return List.of(first, FontFile.ARABIC, FontFile.HEBREW);
    }
}
