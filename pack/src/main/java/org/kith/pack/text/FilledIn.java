package org.kith.pack.text;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Word;

/// Compares the values that texts take with those they are given.
final class FilledIn {
    private static final String SWITCHED_OFF = "a straight ' switches { } off";
    private static final String TYPOGRAPHIC = "write ’ instead";

    private final Faults faults;

    FilledIn(Faults faults) {
        this.faults = faults;
    }

    /// The English text: it may take only what is given.
    ///
    /// @param given the names of the values that the software fills in
    void english(String key, Word english, Set<String> given) {
        var takes = Catalogue.argumentsOf(english.text());
        if (given.stream().anyMatch(name -> !takes.contains(name) && isSwitchedOff(name, english))) {
            faults.add(english.place(), "in `" + key + "` " + SWITCHED_OFF, TYPOGRAPHIC);
        }
        var others = without(takes, given);
        if (others.isEmpty()) return;
        faults.add(
                english.place(),
                "`" + key + "` has " + braced(others) + ", and the software fills in "
                        + (given.isEmpty() ? "nothing there" : braced(given) + " only"),
                "write the text out");
    }

    /// A translation: it must take what the English takes.
    void translated(String key, Word translated, Word english) {
        var takes = Catalogue.argumentsOf(translated.text());
        var should = Catalogue.argumentsOf(english.text());
        if (takes.equals(should)) return;
        switchedOff(without(should, takes), translated)
                .or(() -> switchedOff(without(takes, should), english))
                .ifPresentOrElse(
                        word -> faults.add(word.place(), "in `" + key + "` " + SWITCHED_OFF, TYPOGRAPHIC),
                        () -> differs(key, translated, takes, should));
    }

    private void differs(String key, Word translated, Set<String> takes, Set<String> should) {
        var missing = without(should, takes);
        var others = without(takes, should);
        if (!missing.isEmpty()) {
            var instead = others.isEmpty() ? "" : ", and has " + braced(others);
            faults.add(
                    translated.place(),
                    "`" + key + "` lacks " + braced(missing) + ", which the English has" + instead,
                    "use the same names as the English");
        } else {
            faults.add(
                    translated.place(),
                    "`" + key + "` has " + braced(others) + ", which the English has not",
                    "use the same names as the English");
        }
    }

    private static Optional<Word> switchedOff(Set<String> lacking, Word word) {
        return Optional.of(word).filter(_ -> lacking.stream().anyMatch(name -> isSwitchedOff(name, word)));
    }

    /// Whether the name stands between braces that an apostrophe before them makes plain signs. `'{'name'}'` means
    /// them to be.
    private static boolean isSwitchedOff(String name, Word word) {
        return word.text().contains("'") && word.text().contains("{" + name);
    }

    private static Set<String> without(Set<String> some, Collection<String> others) {
        var left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static String braced(Set<String> names) {
        return names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }
}
