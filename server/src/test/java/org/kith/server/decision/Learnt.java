package org.kith.server.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be chosen in the forms of all pages seen so far, and what else somebody might think of.
final class Learnt {
    private static final int AT_MOST = 8;
    private static final Pattern SELECT = Pattern.compile("(?s)<select\\b([^>]*)>(.*?)</select>");
    private static final Pattern CHOICE = Pattern.compile("<(?:input|button|option)\\b([^>]*)>");
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b[^>]*\\baction=\"([^\"?]+)[^>]*>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("<(?:input|button|select|textarea)\\b([^>]*)>");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    /// What nobody asked for, beside what was: a form that is taken over whole would take it.
    private static final Map<String, String> BESIDES =
            Map.of("stage", "REFUSED", "state", "MADE", "step", "REFUSE", "verdict", "REFUSE", "measure", "REVOKE");

    private static final List<String> DECIDED = List.of("verdict", "measure", "choice", "act");

    /// What belongs to one page alone: sent anew, it only says that the page is old.
    private static final Set<String> OF_ONE_PAGE = Set.of("_csrf", "letter", "seal");

    private static final List<String> TRIED_ANYWHERE = List.of("refuse", "REFUSE", "REVOKE", "SUSPEND", "UPHOLD");

    private final Map<String, Set<String>> choices = new LinkedHashMap<>();
    private final Map<String, Set<String>> forms = new LinkedHashMap<>();

    void from(String page) {
        FORM.matcher(page)
                .results()
                .forEach(form -> names(form.group(2))
                        .forEach(forms.computeIfAbsent(anyId(form.group(1)), _ -> new LinkedHashSet<>())::add));
        SELECT.matcher(page).results().forEach(select -> {
            var name = NAME.matcher(select.group(1));
            if (!name.find()) return;
            CHOICE.matcher(select.group(2)).results().forEach(option -> add(name.group(1), option.group(1)));
        });
        CHOICE.matcher(page).results().forEach(input -> {
            var name = NAME.matcher(input.group(1));
            if (name.find()) add(name.group(1), input.group(1));
        });
    }

    /// What a page sends on that only asks whether what was sent is meant, such as one that shows a letter before it
    /// goes.
    Optional<Map<String, String>> meant(String path, String page) {
        return FORM.matcher(page)
                .results()
                .filter(form -> form.group(1).equals(path))
                .map(form -> form.group(2))
                .filter(form -> form.contains("type=\"hidden\"") && !form.matches("(?s).*<(select|textarea)\\b.*"))
                .filter(form -> !Pattern.compile("type=\"(?!hidden|submit)")
                        .matcher(form)
                        .find())
                .findFirst()
                .map(Learnt::hidden);
    }

    /// Ways to fill in a form: as its first choices say, and then every field in every way in turn.
    ///
    /// @param asked what the server’s code asks for at `path`; the forms that lead there may have more
    List<Map<String, String>> fillings(String path, Map<String, Class<?>> asked) {
        var known = new LinkedHashMap<>(asked);
        forms.getOrDefault(anyId(path), Set.of()).forEach(name -> known.putIfAbsent(name, String.class));
        // What is decided comes before how.
        var fields = new LinkedHashMap<String, Class<?>>();
        DECIDED.stream().filter(known::containsKey).forEach(name -> fields.put(name, known.get(name)));
        known.forEach(fields::putIfAbsent);
        var plain = new LinkedHashMap<String, String>();
        fields.forEach((name, type) -> plain.put(name, values(name, type).getFirst()));
        BESIDES.forEach(plain::putIfAbsent);
        var all = new ArrayList<Map<String, String>>(List.of(plain));
        fields.forEach((name, type) -> values(name, type).stream().skip(1).forEach(value -> {
            var other = new LinkedHashMap<>(plain);
            other.put(name, value);
            all.add(other);
        }));
        return all;
    }

    /// Whether it says something else than the plain one of what is decided.
    static boolean decides(Map<String, String> filling, Map<String, String> plain) {
        return DECIDED.stream().anyMatch(name -> !Objects.equals(filling.get(name), plain.get(name)));
    }

    private List<String> values(String name, Class<?> type) {
        var values = new LinkedHashSet<String>();
        if (type.isEnum()) for (var constant : type.getEnumConstants()) values.add(((Enum<?>) constant).name());
        values.addAll(choices.getOrDefault(name, Set.of()));
        var isText = values.isEmpty();
        if (isText) values.add("The reply names no record.");
        if (!isText) values.addAll(TRIED_ANYWHERE);
        return List.copyOf(values);
    }

    private static String anyId(String path) {
        return ID.matcher(path).replaceAll("*");
    }

    private static List<String> names(String form) {
        return FIELD.matcher(form)
                .results()
                .map(field -> NAME.matcher(field.group(1)))
                .filter(Matcher::find)
                .map(name -> name.group(1))
                .filter(name -> !OF_ONE_PAGE.contains(name))
                .toList();
    }

    private static Map<String, String> hidden(String form) {
        var hidden = new LinkedHashMap<String, String>();
        FIELD.matcher(form).results().forEach(field -> {
            var name = NAME.matcher(field.group(1));
            var value = VALUE.matcher(field.group(1));
            if (name.find() && value.find()) hidden.put(name.group(1), value.group(1));
        });
        return hidden;
    }

    private void add(String name, String attributes) {
        var value = VALUE.matcher(attributes);
        var known = choices.computeIfAbsent(name, _ -> new LinkedHashSet<>());
        if (value.find() && !value.group(1).isEmpty() && known.size() < AT_MOST) known.add(value.group(1));
    }
}
