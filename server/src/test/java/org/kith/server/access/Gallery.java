package org.kith.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Answer;

/// Pages as the server sent them, each in every language that its readers have.
final class Gallery {
    static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "ru", "he", "zh");

    private static final List<String> FROM_THE_LEFT = List.of("en", "fr", "es", "ru", "zh");
    private static final List<String> FROM_THE_RIGHT = List.of("ar", "he");

    private final List<Picture> pictures = new ArrayList<>();
    private int looks;

    /// A page as somebody got it.
    ///
    /// @param view the name of its template
    /// @param path where it stands, or what was posted to
    /// @param look the same in every language
    record Picture(String view, String path, String language, String html, int look, boolean onlyEnglish) {
        /// What is looked at every day: each page in one language of either direction, other ones from page to page.
        boolean isInTheSample() {
            return standsForAll() || language.equals(FROM_THE_RIGHT.get(look % FROM_THE_RIGHT.size()));
        }

        /// Each page once: what words have no part in is the same in every language.
        boolean standsForAll() {
            return onlyEnglish || language.equals(FROM_THE_LEFT.get(look % FROM_THE_LEFT.size()));
        }

        @Override
        public String toString() {
            return view + " at " + path + " in " + language;
        }
    }

    /// Opens a page in every language.
    ///
    /// @return the English one
    Answer look(Visitor who, String path) {
        return each(who, path, Visitor::get);
    }

    /// Opens a page that only staff see.
    Answer look(Visitor officer, String path, String view) {
        var answer = hang(officer.get(path), path);
        if (!view.equals(pictures.getLast().view())) throw new AssertionError(path + " is not " + view);
        return answer;
    }

    /// Posts something that changes nothing, in every language.
    ///
    /// @return the English answer
    Answer press(Visitor who, String path, Map<String, String> fields) {
        return each(who, path, (visitor, to) -> visitor.post(to, fields));
    }

    /// Does in every language what can be done once, each time by somebody else.
    void once(String path, Supplier<Visitor> somebody, Function<Visitor, Answer> deed) {
        looks++;
        for (var language : LANGUAGES) hang(deed.apply(somebody.get().reading(language)), path, language, false);
    }

    /// Keeps a page that comes once and that only staff see.
    Answer hang(Answer answer, String path) {
        looks++;
        return hang(answer, path, "en", true);
    }

    List<Picture> pictures() {
        return List.copyOf(pictures);
    }

    Set<String> views() {
        var views = new TreeSet<String>();
        pictures.forEach(picture -> views.add(picture.view()));
        return views;
    }

    private interface Opening {
        Answer open(Visitor who, String path);
    }

    private Answer each(Visitor who, String path, Opening opening) {
        looks++;
        for (var language : LANGUAGES.reversed()) {
            var answer = hang(opening.open(who.reading(language), path), path, language, false);
            if (language.equals("en")) return answer;
        }
        throw new IllegalStateException();
    }

    private Answer hang(Answer answer, String path, String language, boolean onlyEnglish) {
        var view = answer.headers().get(NamedViews.HEADER);
        if (view == null) throw new AssertionError("no page at " + path + " but " + answer.status() + answer.text());
        pictures.add(new Picture(view.getFirst(), path, language, answer.body(), looks, onlyEnglish));
        return answer;
    }
}
