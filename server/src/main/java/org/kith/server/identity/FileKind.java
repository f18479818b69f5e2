package org.kith.server.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// What a file is by its first bytes. Its name and the type the browser claims are never asked.
public enum FileKind {
    JPEG,
    PNG,
    PDF,
    HEIC,
    WEBP,
    GIF,
    TIFF,
    WEB_PAGE,
    OFFICE,
    OTHER;

    /// How many first bytes [#of] needs to see; readers of PDF accept its mark anywhere in them.
    public static final int HEAD = 1024;

    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1");

    public static FileKind of(byte[] head) {
        if (starts(head, 0, 0xFF, 0xD8, 0xFF)) return JPEG;
        if (starts(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) return PNG;
        if (starts(head, 0, 'G', 'I', 'F', '8')) return GIF;
        if (starts(head, 0, 'I', 'I', 0x2A, 0) || starts(head, 0, 'M', 'M', 0, 0x2A)) return TIFF;
        if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) return WEBP;
        if (starts(head, 4, 'f', 't', 'y', 'p')) return HEIC_BRANDS.contains(ascii(head, 8, 12)) ? HEIC : OTHER;
        if (starts(head, 0, 'P', 'K', 3, 4) || starts(head, 0, 0xD0, 0xCF, 0x11, 0xE0)) return OFFICE;
        if (isMarkup(head)) return WEB_PAGE;
        return ascii(head, 0, HEAD).contains("%PDF-") ? PDF : OTHER;
    }

    /// Whether we can draw pages from it.
    public boolean isDrawable() {
        return switch (this) {
            case JPEG, PNG, PDF -> true;
            case HEIC, WEBP, GIF, TIFF, WEB_PAGE, OFFICE, OTHER -> false;
        };
    }

    String textKey() {
        return switch (this) {
            case HEIC -> "intake.heic";
            case WEB_PAGE -> "intake.webPage";
            case OFFICE -> "intake.office";
            case WEBP, GIF, TIFF -> "intake.otherPicture";
            case JPEG, PNG, PDF, OTHER -> "intake.other";
        };
    }

    private static boolean isMarkup(byte[] head) {
        var text = ascii(head, 0, HEAD).replace("ï»¿", "").strip().toLowerCase(Locale.ROOT);
        return text.startsWith("<");
    }

    private static boolean starts(byte[] head, int at, int... mark) {
        if (head.length < at + mark.length) return false;

        for (var i = 0; i < mark.length; i++) if ((head[at + i] & 0xFF) != mark[i]) return false;
        return true;
    }

    private static String ascii(byte[] head, int from, int to) {
        var end = Math.min(head.length, to);
        return from >= end ? "" : new String(Arrays.copyOfRange(head, from, end), StandardCharsets.ISO_8859_1);
    }
}
