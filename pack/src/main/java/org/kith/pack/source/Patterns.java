package org.kith.pack.source;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Optional;

/// Reads patterns in RE2's syntax that a pack brings.
///
/// RE2 takes a time that grows only with the text. But repetitions within repetitions are written out before that, and
/// nine characters would fill the memory of any machine: `((a{1000}){1000}){1000}`.
public final class Patterns {
    private static final int LONGEST = 500;
    private static final long LARGEST = 10_000;

    private Patterns() {}

    /// Compiles a pattern, or tells what is wrong with it.
    public static Optional<Pattern> compile(String pattern, Place place, Faults faults) {
        if (pattern.length() > LONGEST || size(pattern) > LARGEST) {
            faults.add(place, "the pattern is too large", "repeat less, and nothing within a repetition");
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            faults.add(place, "not a pattern: " + e.getDescription(), "write it in RE2's syntax");
            return Optional.empty();
        }
    }

    /// About as many steps as the pattern is compiled into. Where it is not well-formed, any number will do.
    static long size(String pattern) {
        var open = new ArrayDeque<Long>();
        var sum = 0L;
        var last = 0L;
        for (var i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> {
                    sum += last;
                    last = 1;
                    i++;
                }
                case '[' -> {
                    sum += last;
                    last = 1;
                    i = endOfClass(pattern, i);
                }
                case '(' -> {
                    open.push(sum + last);
                    sum = 0;
                    last = 0;
                }
                case ')' -> {
                    last += sum;
                    sum = open.isEmpty() ? 0 : open.pop();
                }
                case '{' -> {
                    var end = pattern.indexOf('}', i);
                    last = Math.min(LARGEST + 1, last * times(pattern, i, end));
                    if (end > 0) i = end;
                }
                default -> {
                    sum += last;
                    last = 1;
                }
            }
            sum = Math.min(LARGEST + 1, sum);
        }
        for (var each : open) sum = Math.min(LARGEST + 1, sum + each);
        return sum + last;
    }

    private static int endOfClass(String pattern, int start) {
        for (var i = start + 2; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\') i++;
            else if (pattern.charAt(i) == ']') return i;
        }
        return pattern.length();
    }

    /// The largest number between the braces, 1 where there is none.
    private static long times(String pattern, int start, int end) {
        var most = 1L;
        for (var number : pattern.substring(start + 1, Math.max(start + 1, end)).split(",", -1)) {
            if (number.matches("[0-9]{1,9}")) most = Math.max(most, Long.parseLong(number));
        }
        return most;
    }
}
