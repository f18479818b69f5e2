package org.kith.pack.question;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A person's answers by question.
public record Answers(Map<String, Value> values) {
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<Value> to(String question) {
        return Optional.ofNullable(values.get(question));
    }

    public <V extends Value> Optional<V> to(String question, Class<V> kind) {
        return to(question).filter(kind::isInstance).map(kind::cast);
    }

    public Answers with(String question, Value value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(question, value);
        return new Answers(changed);
    }

    public Answers without(String question) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(question);
        return new Answers(changed);
    }

    /// For storing: strings, booleans and maps of strings only.
    public Map<String, Object> neutral() {
        var neutral = new LinkedHashMap<String, Object>();
        values.forEach((question, value) -> neutral.put(question, value.neutral()));
        return neutral;
    }

    /// Reads what [#neutral] wrote.
    ///
    /// @throws IllegalArgumentException if it was not written for these questions
    public static Answers ofNeutral(Questions questions, Map<String, ?> neutral) {
        var values = new LinkedHashMap<String, Value>();
        neutral.forEach((id, stored) -> values.put(id, NeutralForm.read(questions.question(id), stored)));
        return new Answers(values);
    }

    /// Those that another version's questions take as answers to themselves; what they do not ask, or ask otherwise, is
    /// left out.
    public Answers fitting(Questions others) {
        var fitting = new LinkedHashMap<String, Value>();
        values.forEach((question, value) -> {
            if (others.find(question).isEmpty()) return;
            try {
                fitting.put(question, NeutralForm.read(others.question(question), value.neutral()));
            } catch (IllegalArgumentException _) {
                // It asks something else by the same name.
            }
        });
        return new Answers(fitting);
    }

    /// Answers are personal data and do not belong into a log.
    @Override
    public String toString() {
        return "Answers to " + values.keySet();
    }
}
