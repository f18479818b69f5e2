package org.kith.server;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzDate;
import org.kith.credential.mrz.MrzFormat;
import org.kith.credential.mrz.Sex;

/// Invented people who apply to Utopia, each with a name that a careless system breaks.
///
/// @param email           the address they sign in with
/// @param given           as they write it
/// @param passportGiven   as the passport's lines spell it; empty for a single name
public record SomeApplicant(
        String email,
        String given,
        String family,
        String passportGiven,
        String passportFamily,
        String documentNumber,
        LocalDate born) {
    /// Who was met first: one address is one person, with a passport and a day of birth that nobody else has.
    private static final Map<String, Integer> MET = new ConcurrentHashMap<>();

    private static final AtomicInteger NEXT = new AtomicInteger();

    public SomeApplicant(
            String email,
            String given,
            String family,
            String passportGiven,
            String passportFamily,
            String documentNumber) {
        this(email, given, family, passportGiven, passportFamily, documentNumber, birthday(email));
    }

    /// Somebody of the Brenn family, who writes in Latin letters.
    public static SomeApplicant brenn(String email, String given, String documentNumber, LocalDate born) {
        // Each with a second surname of their own: two of one name and day are looked into as one person.
        var own = documentNumber
                .codePoints()
                .skip(2)
                .mapToObj(digit -> Character.toString(digit - '0' + 'a'))
                .collect(Collectors.joining());
        var passportFamily = ("BRENN " + own).toUpperCase(Locale.ROOT);
        var passportGiven = given.toUpperCase(Locale.ROOT);
        return new SomeApplicant(email, given, "Brenn-" + own, passportGiven, passportFamily, documentNumber, born);
    }

    /// Somebody who writes in Latin letters, with a passport and a birthday of their own.
    public static SomeApplicant inLatin(String email, String given, String family) {
        return new SomeApplicant(
                email,
                given,
                family,
                given.toUpperCase(Locale.ROOT),
                family.toUpperCase(Locale.ROOT),
                passport("XT", email));
    }

    /// Named in Cyrillic.
    public static SomeApplicant nadezhda(String email) {
        return new SomeApplicant(email, "Надежда", "Бренн-Варга", "NADEZHDA", "BRENN VARGA", passport("XR", email));
    }

    /// Named in Arabic.
    public static SomeApplicant layla(String email) {
        return new SomeApplicant(email, "ليلى نور", "ميران", "LAYLA NUR", "MIRAN", passport("XL", email));
    }

    /// A single name and no surname.
    public static SomeApplicant suharto(String email) {
        return new SomeApplicant(email, "Sukarnowati", "", "", "SUKARNOWATI", passport("XS", email));
    }

    private static LocalDate birthday(String email) {
        return LocalDate.of(1987, 2, 14).minusDays(met(email));
    }

    /// The number of their passport.
    public static String passport(String series, String email) {
        return "%s%07d".formatted(series, 7_654_321 - met(email));
    }

    private static int met(String email) {
        return MET.computeIfAbsent(email, _ -> NEXT.getAndIncrement());
    }

    /// The same person with a passport of somebody else's number.
    public SomeApplicant withPassportOf(SomeApplicant one) {
        return new SomeApplicant(email, given, family, passportGiven, passportFamily, one.documentNumber(), born);
    }

    /// The lines at the foot of their passport.
    public String lines() {
        var mrz = new Mrz(
                MrzFormat.TD3,
                "P",
                "XER",
                documentNumber,
                passportFamily,
                passportGiven,
                "XER",
                new MrzDate(born.getYear(), born.getMonthValue(), born.getDayOfMonth()),
                Sex.FEMALE,
                new MrzDate(2031, 8, 9),
                "",
                "");
        return String.join("\n", mrz.lines());
    }

    /// What they write on each page of Utopia's questions, in the order of the pages.
    public Map<String, Map<String, String>> pages() {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put(
                "name",
                Map.of(
                        "name.given", given,
                        "name.family", family,
                        "name.passport_given", passportGiven,
                        "name.passport_family", passportFamily));
        pages.put(
                "birth",
                Map.of(
                        "birth_date.day", String.valueOf(born.getDayOfMonth()),
                        "birth_date.month", String.valueOf(born.getMonthValue()),
                        "birth_date.year", String.valueOf(born.getYear()),
                        "birth_place", "Lindow",
                        "birth_country", "XER"));
        pages.put("residence", Map.of("residence", "XER"));
        pages.put("passport", passport());
        pages.put("forebear", Map.of("forebear", "mothers-mother"));
        pages.put(
                "forebear-birth",
                Map.of("forebear_name", "Elza Varga", "forebear_birth.year", "1931", "forebear_place", "Amaurot"));
        pages.put("line-papers", Map.of("line_papers", "all"));
        pages.put("language", Map.of("speaks_utopian", "at-home"));
        pages.put("language-proof", Map.of("language_proof", "school"));
        pages.put("citizen", Map.of("was_citizen", "no"));
        return pages;
    }

    /// Signs in, fills in every page and sends the application.
    ///
    /// @return the visitor, whose application has the reference that [Visitor.Answer#find] sees on the last page
    public Visitor submitted(int port) {
        var visitor = drafted(port);
        visitor.get("/apply/review");
        visitor.post("/apply/submit", Map.of("declared", "yes"));
        return visitor;
    }

    /// Signs in and fills in every page.
    public Visitor drafted(int port) {
        return drafted(Visitor.asPerson(port, email));
    }

    /// Fills in every page as whoever is signed in already: the person, or a guardian who acts for them.
    public Visitor drafted(Visitor visitor) {
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());
        pages().forEach((page, fields) -> {
            visitor.get("/apply/questions/" + page);
            visitor.post("/apply/questions/" + page, fields);
        });
        return visitor;
    }

    /// Everything they typed that must never be found outside the vault.
    public List<String> secrets() {
        return Stream.of(
                        email,
                        given,
                        family,
                        passportGiven,
                        passportFamily,
                        documentNumber,
                        "Lindow",
                        "Elza Varga",
                        lines().lines().toList().get(1))
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    private Map<String, String> passport() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("passport.mrz", lines());
        fields.put("passport.number", documentNumber);
        fields.put("passport.issuer", "XER");
        fields.put("passport.nationality", "XER");
        fields.put("passport.surname", passportFamily);
        fields.put("passport.given", passportGiven);
        fields.put("passport.expires.day", "9");
        fields.put("passport.expires.month", "8");
        fields.put("passport.expires.year", "2031");
        return fields;
    }
}
