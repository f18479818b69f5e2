package org.kith.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzDate;
import org.kith.credential.mrz.MrzFormat;
import org.kith.credential.mrz.Sex;

/// One person who signs in, answers every page, sends the application and books a time: as many pages as a person
/// without script sees. The names are ICAO's specimen; nobody is called so.
final class Applicant {
    private static final Pattern SLOT = Pattern.compile("name=\"slot\" id=\"[^\"]*\" value=\"([^\"]+)\"");

    private static final Pattern REFERENCE = Pattern.compile("id=\"reference\">(?:<[^>]*>)?([^<]+)");

    private final Browser browser;
    private final String email;
    private final boolean soon;
    private final Random choice = new Random();

    /// @param soon whether they book the first time there is, or any of the week
    Applicant(Browser browser, String email, boolean soon) {
        this.browser = browser;
        this.email = email;
        this.soon = soon;
    }

    /// Walks from the first page to a booked visit; fails where a page is not what it should be. Gives the reference.
    String apply() throws IOException, InterruptedException {
        draft();
        return send();
    }

    /// The same with a photographed paper added before sending.
    String apply(byte[] paper) throws IOException, InterruptedException {
        draft();
        browser.get("/apply/documents");
        browser.get("/apply/documents/birth-record");
        browser.upload("/apply/documents/birth-record", Map.of(), "file", paper, "image/jpeg");
        return send();
    }

    void draft() throws IOException, InterruptedException {
        browser.get("/");
        browser.get("/demo");
        browser.post("/demo/person", Map.of("email", email));
        browser.post("/apply/start", Map.of());
        browser.get("/apply/questions/name");
        for (var page : pages().entrySet()) browser.post("/apply/questions/" + page.getKey(), page.getValue());
    }

    private String send() throws IOException, InterruptedException {
        browser.get("/apply/review");
        var sent = browser.post("/apply/submit", Map.of("declared", "yes"));
        var reference = REFERENCE.matcher(sent);
        if (!reference.find()) throw new IllegalStateException("the application was not sent");

        browser.get("/visit/centres");
        var free = SLOT.matcher(browser.get("/visit/at/" + Centre.CODE))
                .results()
                .map(slot -> slot.group(1))
                .toList();
        browser.post("/visit/at/" + Centre.CODE, Map.of("slot", free.get(soon ? 0 : choice.nextInt(free.size()))));
        return reference.group(1);
    }

    /// The lines at the foot of the passport that the answers speak of.
    static String lines() {
        var mrz = new Mrz(
                MrzFormat.TD3,
                "P",
                "UTO",
                "L898902C3",
                "ERIKSSON",
                "ANNA MARIA",
                "UTO",
                new MrzDate(1974, 8, 12),
                Sex.FEMALE,
                new MrzDate(2032, 4, 15),
                "",
                "");
        return String.join("\n", mrz.lines());
    }

    /// Answers to Utopia's pages, in the programme's order.
    private static Map<String, Map<String, String>> pages() {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put(
                "name",
                fields(
                        "name.given=Анна",
                        "name.family=Эрикссон",
                        "name.passport_given=ANNA MARIA",
                        "name.passport_family=ERIKSSON"));
        pages.put(
                "birth",
                fields(
                        "birth_date.day=12",
                        "birth_date.month=8",
                        "birth_date.year=1974",
                        "birth_place=Amaurot",
                        "birth_country=UTO"));
        pages.put("residence", fields("residence=XER"));
        var passport = fields(
                "passport.number=L898902C3",
                "passport.issuer=UTO",
                "passport.nationality=UTO",
                "passport.surname=ERIKSSON",
                "passport.given=ANNA MARIA",
                "passport.expires.day=15",
                "passport.expires.month=4",
                "passport.expires.year=2032");
        passport.put("passport.mrz", lines());
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
