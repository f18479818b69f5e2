package org.kith.server.card.face;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Joins Arabic letters by Unicode's presentation forms (The Unicode Standard, 9.2). ICU's own `ArabicShaping` knows
/// Arabic's letters but not Persian's, Urdu's or Uyghur's.
final class ArabicLetters {
    private static final int LAM = 0x0644;
    private static final Map<Form, Integer> FORMS = forms();

    /// A letter, or a ligature's letters, and how it joins its neighbours.
    private record Form(String letters, int type) {}

    private ArabicLetters() {}

    /// The letters of `text` in the forms they take beside each other. Order stays as it is read.
    static String joined(String text) {
        var letters = text.codePoints().toArray();
        var out = new StringBuilder();
        for (var i = 0; i < letters.length; i++) {
            var ligature = i + 1 < letters.length ? form(letters, i, 2) : null;
            if (ligature != null) {
                out.appendCodePoint(ligature);
                i++;
            } else {
                var form = form(letters, i, 1);
                out.appendCodePoint(form == null ? letters[i] : form);
            }
        }
        return out.toString();
    }

    /// Whether every letter that joins another has a form for it. Some have none in Unicode, such as Pashto's own:
    /// only a font's rules join them.
    static boolean canJoin(String text) {
        var letters = text.codePoints().toArray();
        for (var i = 0; i < letters.length; i++) {
            var joins = joinsBefore(letters, i) || joinsAfter(letters, i);
            if (joins && !isJoiner(letters[i]) && form(letters, i, 1) == null) return false;
        }
        return true;
    }

    private static @Nullable Integer form(int[] letters, int at, int length) {
        if (length == 2 && letters[at] != LAM) return null;

        var before = joinsBefore(letters, at);
        var after = joinsAfter(letters, at + length - 1);
        var type = before
                ? after ? DecompositionType.MEDIAL : DecompositionType.FINAL
                : after ? DecompositionType.INITIAL : DecompositionType.ISOLATED;
        return FORMS.get(new Form(new String(letters, at, length), type));
    }

    private static boolean joinsBefore(int[] letters, int at) {
        var before = at - 1;
        while (before >= 0 && joining(letters[before]) == JoiningType.TRANSPARENT) before--;
        return before >= 0 && reachesOn(letters[before]) && reachesBack(letters[at]);
    }

    private static boolean joinsAfter(int[] letters, int at) {
        var after = at + 1;
        while (after < letters.length && joining(letters[after]) == JoiningType.TRANSPARENT) after++;
        return after < letters.length && reachesOn(letters[at]) && reachesBack(letters[after]);
    }

    private static boolean reachesOn(int letter) {
        return List.of(JoiningType.DUAL_JOINING, JoiningType.LEFT_JOINING, JoiningType.JOIN_CAUSING)
                .contains(joining(letter));
    }

    private static boolean reachesBack(int letter) {
        return List.of(JoiningType.DUAL_JOINING, JoiningType.RIGHT_JOINING, JoiningType.JOIN_CAUSING)
                .contains(joining(letter));
    }

    private static boolean isJoiner(int letter) {
        return joining(letter) == JoiningType.JOIN_CAUSING;
    }

    private static int joining(int letter) {
        return UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
    }

    /// What each presentation form stands for is in its compatibility decomposition.
    private static Map<Form, Integer> forms() {
        var found = new HashMap<Form, Integer>();
        for (var range : new int[][] {{0xfb50, 0xfbff}, {0xfe80, 0xfefc}}) {
            for (var form = range[0]; form <= range[1]; form++) {
                var letters = Normalizer2.getNFKCInstance().getDecomposition(form);
                if (letters == null) continue;

                var composed = Normalizer2.getNFCInstance().normalize(letters);
                found.putIfAbsent(
                        new Form(composed, UCharacter.getIntPropertyValue(form, UProperty.DECOMPOSITION_TYPE)), form);
            }
        }
        return Map.copyOf(found);
    }
}
