package org.kith.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// One person who signs in, answers every page, sends the application and books a time: as many pages as a person
/// without script sees.
final class Applicant {
    private static final Pattern SLOT = Pattern.compile("name=\"slot\" id=\"[^\"]*\" value=\"([^\"]+)\"");

    /// Not all the first: a time has only so many places.
    private static final int SOON = 3;

    private static final Pattern REFERENCE = Pattern.compile("id=\"reference\">(?:<[^>]*>)?([^<]+)");

    private final Browser browser;
    private final String email;
    private final Specimen specimen;
    private final boolean soon;
    private final Random choice = new Random();

    /// What the counter asks for.
    ///
    /// @param reference of the application, as printed
    /// @param lines     at the foot of the passport
    record Filed(String reference, String lines) {}

    /// @param soon whether they book one of the first times there are, or any of the week
    Applicant(Browser browser, String email, boolean soon) {
        this(browser, email, Specimen.of(email), soon);
    }

    Applicant(Browser browser, String email, Specimen specimen, boolean soon) {
        this.browser = browser;
        this.email = email;
        this.specimen = specimen;
        this.soon = soon;
    }

    /// Walks from the first page to a booked visit; fails where a page is not what it should be.
    Filed apply() throws IOException, InterruptedException {
        return apply(Centre.CODE);
    }

    /// The same at another centre.
    Filed apply(String centre) throws IOException, InterruptedException {
        draft();
        return send(centre);
    }

    /// The same with a photographed paper added before sending.
    Filed apply(byte[] paper) throws IOException, InterruptedException {
        draft();
        browser.get("/apply/documents");
        browser.get("/apply/documents/birth-record");
        browser.upload("/apply/documents/birth-record", Map.of(), "file", paper, "image/jpeg");
        return send(Centre.CODE);
    }

    void draft() throws IOException, InterruptedException {
        browser.get("/");
        browser.get("/demo");
        browser.post("/demo/person", Map.of("email", email));
        browser.post("/apply/start", Map.of());
        browser.get("/apply/questions/name");
        for (var page : pages().entrySet()) browser.post("/apply/questions/" + page.getKey(), page.getValue());
    }

    /// An application that waits for its visit.
    void file() throws IOException, InterruptedException {
        draft();
        submit();
    }

    private String submit() throws IOException, InterruptedException {
        browser.get("/apply/review");
        var sent = browser.post("/apply/submit", Map.of("declared", "yes"));
        var reference = REFERENCE.matcher(sent);
        if (!reference.find()) throw new IllegalStateException("the application was not sent");

        return reference.group(1);
    }

    private Filed send(String centre) throws IOException, InterruptedException {
        var reference = submit();
        browser.get("/visit/centres");
        var free = SLOT.matcher(browser.get("/visit/at/" + centre))
                .results()
                .map(slot -> slot.group(1))
                .toList();
        browser.post(
                "/visit/at/" + centre,
                Map.of("slot", free.get(choice.nextInt(soon ? Math.min(SOON, free.size()) : free.size()))));
        return new Filed(reference, specimen.lines());
    }

    /// Answers to Utopia's pages, in the programme's order.
    private Map<String, Map<String, String>> pages() {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put(
                "name",
                fields(
                        "name.given=" + specimen.own(),
                        "name.family=Эрикссон",
                        "name.passport_given=" + specimen.given(),
                        "name.passport_family=ERIKSSON"));
        pages.put(
                "birth",
                fields(
                        "birth_date.day=" + specimen.day(),
                        "birth_date.month=" + specimen.month(),
                        "birth_date.year=" + specimen.year(),
                        "birth_place=Amaurot",
                        "birth_country=UTO"));
        pages.put("residence", fields("residence=XER"));
        var passport = fields(
                "passport.number=" + specimen.passport(),
                "passport.issuer=UTO",
                "passport.nationality=UTO",
                "passport.surname=ERIKSSON",
                "passport.given=" + specimen.given(),
                "passport.expires.day=15",
                "passport.expires.month=4",
                "passport.expires.year=2032");
        passport.put("passport.mrz", specimen.lines());
        pages.put("passport", passport);
        pages.put("forebear", fields("forebear=mother"));
        pages.put("forebear-birth", fields("forebear_name=Elza", "forebear_birth.year=1941", "forebear_place=Amaurot"));
        pages.put("line-papers", fields("line_papers=all"));
        pages.put("language", fields("speaks_utopian=at-home"));
        pages.put("language-proof", fields("language_proof=school"));
        pages.put("citizen", fields("was_citizen=no"));
        return pages;
    }

    private static Map<String, String> fields(String... pairs) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : pairs) fields.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        return fields;
    }
}
