package org.kith.server.site;

import java.util.Optional;
import java.util.regex.Pattern;

/// A page of ours to go on to. Built only from what cannot lead to another site.
public record LocalPath(String value) {
    /// One slash, then what a path of ours is made of. A second slash or a backslash would name another host.
    private static final Pattern OURS = Pattern.compile("/|/[A-Za-z0-9_~.-][A-Za-z0-9_~./-]{0,199}");

    public LocalPath {
        if (!isOurs(value)) throw new IllegalArgumentException("not a path of ours");
    }

    public static Optional<LocalPath> of(String text) {
        return isOurs(text) ? Optional.of(new LocalPath(text)) : Optional.empty();
    }

    private static boolean isOurs(String text) {
        return OURS.matcher(text).matches() && !text.contains("//") && !text.contains("..");
    }
}
