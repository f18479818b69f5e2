package org.kith.server.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzReader;
import org.kith.credential.mrz.MrzReading;
import org.kith.pack.question.CheckedPage;
import org.kith.pack.question.FieldFault;
import org.kith.pack.question.Page;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.pack.question.Questions;
import org.springframework.stereotype.Component;

/// Reads the machine-readable lines that a person copied from a passport, and fills the fields beside them. The pack
/// knows how such lines look; only here are their check digits verified.
@Component
public class PassportLines {
    /// Checks a page as the pack does, and the lines of a passport on it by their check digits.
    CheckedPage check(Questions questions, Page page, Map<String, String> form, LocalDate today) {
        var filled = new HashMap<>(form);
        page.questions().stream().filter(PassportLines::isPassport).forEach(question -> {
            if (lines(question, form, today) instanceof MrzReading.Read(var mrz)) fill(question, mrz, filled, true);
        });
        var checked = questions.check(page, filled, today);
        var accepted = new LinkedHashMap<>(checked.accepted());
        var refused = new ArrayList<>(checked.refused());
        page.questions().stream().filter(PassportLines::isPassport).forEach(question -> {
            var faults = faults(question, filled, today);
            if (faults.isEmpty()) return;
            accepted.remove(question.id());
            refused.removeIf(fault -> fault.field().equals(question.id() + ".mrz"));
            refused.addAll(faults);
        });
        return new CheckedPage(accepted, checked.leftEmpty(), refused);
    }

    /// The form with its passport fields written over by what the lines say; unchanged where they cannot be read.
    public Map<String, String> filledFromLines(Page page, Map<String, String> form, LocalDate today) {
        var filled = new LinkedHashMap<>(form);
        page.questions().stream().filter(PassportLines::isPassport).forEach(question -> {
            if (lines(question, form, today) instanceof MrzReading.Read(var mrz)) fill(question, mrz, filled, false);
        });
        return filled;
    }

    /// What is wrong with the lines, or where they differ from the fields beside them.
    public List<FieldFault> faults(Question question, Map<String, String> form, LocalDate today) {
        return switch (lines(question, form, today)) {
            case null -> List.of();
            case MrzReading.Refused(var faults) ->
                List.of(new FieldFault(
                        question.id() + ".mrz",
                        "mrz."
                                + faults.getFirst()
                                        .kind()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                        Map.of(
                                "line",
                                faults.getFirst().line(),
                                "column",
                                faults.getFirst().column())));
            case MrzReading.Read(var mrz) -> differences(question, mrz, form);
        };
    }

    /// What the lines say, where a person typed any that can be read.
    public static Optional<Mrz> mrz(String typed, LocalDate today) {
        return !typed.isBlank() && MrzReader.read(typed, today) instanceof MrzReading.Read(var mrz)
                ? Optional.of(mrz)
                : Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable MrzReading lines(
            Question question, Map<String, String> form, LocalDate today) {
        var typed = form.getOrDefault(question.id() + ".mrz", "");
        return typed.isBlank() ? null : MrzReader.read(typed, today);
    }

    private static List<FieldFault> differences(Question question, Mrz mrz, Map<String, String> form) {
        var differences = new ArrayList<FieldFault>();
        said(mrz).forEach((part, says) -> {
            var field = question.id() + "." + part;
            if (!plain(form.getOrDefault(field, "")).equals(plain(says))) {
                differences.add(new FieldFault(field, "mrz.differs", Map.of("says", says)));
            }
        });
        return differences;
    }

    private static void fill(Question question, Mrz mrz, Map<String, String> form, boolean onlyEmpty) {
        var values = new LinkedHashMap<>(said(mrz));
        mrz.expiry().complete().ifPresent(date -> {
            values.put("expires.day", String.valueOf(date.getDayOfMonth()));
            values.put("expires.month", String.valueOf(date.getMonthValue()));
            values.put("expires.year", String.valueOf(date.getYear()));
        });
        values.forEach((part, says) -> {
            var field = question.id() + "." + part;
            if (!onlyEmpty || form.getOrDefault(field, "").isBlank()) form.put(field, says);
        });
    }

    private static Map<String, String> said(Mrz mrz) {
        var said = new LinkedHashMap<String, String>();
        said.put("number", mrz.documentNumber());
        said.put("issuer", mrz.issuer().equals("D") ? "DEU" : mrz.issuer());
        said.put("nationality", mrz.nationality().equals("D") ? "DEU" : mrz.nationality());
        said.put("surname", mrz.surname());
        said.put("given", mrz.givenNames());
        return said;
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static boolean isPassport(Question question) {
        return question.type() == QuestionType.PASSPORT;
    }
}
