package org.kith.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.kith.bench.Applicant.Filed;

/// What officers and holder do after an application is booked: the counter, the decision, the second signature, the
/// card on a screen and on paper, and a check of it.
final class Officers {
    private static final String CHECKED = "passport-held,lines-compared,name-record,photo,papers-seen";
    private static final Pattern DECISION = Pattern.compile("/desk/decisions/([0-9a-f-]{36})/sign");
    private static final Pattern RUN = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)");

    private final String origin;
    private final Timings timings;
    private final byte[] photo;

    Officers(String origin, Timings timings) throws IOException {
        this(origin, timings, Photo.face());
    }

    /// @param photo that they take
    Officers(String origin, Timings timings, byte[] photo) {
        this.origin = origin;
        this.timings = timings;
        this.photo = photo.clone();
    }

    /// Takes an application that is booked all the way to a checked card.
    void finish(Browser holder, Filed filed) throws IOException, InterruptedException {
        counter(filed);
        sign(decide(filed));
        card(holder);
    }

    void counter(Filed filed) throws IOException, InterruptedException {
        var registrar = signedIn("marrow");
        var visit = Pattern.compile(
                "/desk/visits/([0-9a-f-]{36})/arrive\"(?:(?!</form>).)*" + filed.reference(), Pattern.DOTALL);
        var queue = registrar.get("/desk/today");
        // Late in the evening the first free time is tomorrow's.
        for (var hours = 0; hours < 3 && !visit.matcher(queue).find(); hours++) {
            registrar.post("/demo/clock", Map.of("step", "HOUR"));
            queue = registrar.get("/desk/today");
        }
        var address = "/desk/visits/" + find(visit, queue);
        registrar.post(address + "/arrive", Map.of());
        registrar.get(address);
        registrar.upload(address, Map.of("act", "photo"), "photo", photo, "image/jpeg");
        var findings = Map.of(
                "act",
                "confirm",
                "lines",
                filed.lines(),
                "document",
                "yes",
                "face",
                "yes",
                "points",
                CHECKED,
                "because",
                "chip-read:NO_DEVICE");
        registrar.post(address, findings);
        registrar.post(address + "/sign", Map.of("standIn", "true"));
    }

    /// Takes up and proposes to approve; gives the address of the case.
    String decide(Filed filed) throws IOException, InterruptedException {
        var caseworker = signedIn("castell");
        var open = Pattern.compile("/desk/cases/([0-9a-f-]{36})\"(?:(?!</a>).)*" + filed.reference(), Pattern.DOTALL);
        var address = "/desk/cases/" + find(open, caseworker.get("/desk/cases"));
        caseworker.post(address + "/take", Map.of());
        caseworker.post(address + "/open", Map.of("purpose", "DECISION"));
        caseworker.decide(
                address + "/decide", Map.of("verdict", "approve", "ground", "descent", "reason", "All papers agree."));
        return address;
    }

    /// The caseworker with a case open before them.
    Browser opened(String address) throws IOException, InterruptedException {
        var caseworker = signedIn("castell");
        caseworker.get(address);
        caseworker.post(address + "/open", Map.of("purpose", "DECISION"));
        return caseworker;
    }

    private void sign(String address) throws IOException, InterruptedException {
        var supervisor = signedIn("oriel");
        supervisor.get("/desk/signatures");
        var opened = supervisor.post(address + "/open", Map.of("purpose", "SECOND_SIGNATURE"));
        supervisor.decide("/desk/decisions/" + find(DECISION, opened) + "/sign", Map.of());
    }

    private void card(Browser holder) throws IOException, InterruptedException {
        // Cards are issued after the decision, not in it.
        var waiting = holder.unnoted();
        for (var attempt = 0; attempt < 100 && !waiting.get("/card").contains("kith-qr"); attempt++) Thread.sleep(100);
        holder.get("/home");
        var page = holder.get("/card");
        holder.download("/card/print", Map.of());
        holder.get("/messages");
        holder.get("/looks");

        check(code(page));
    }

    private void check(byte[] code) throws IOException, InterruptedException {
        // The first card of a status list waits for the list.
        for (var attempt = 0; attempt < 100 && !isValid(new Browser(origin, new Timings()), code); attempt++) {
            Thread.sleep(100);
        }
        if (!isValid(new Browser(origin, timings), code)) throw new IllegalStateException("the card is not valid");
    }

    private static boolean isValid(Browser anyone, byte[] code) throws IOException, InterruptedException {
        anyone.get("/check");
        return anyone.upload("/check", Map.of(), "picture", code, "image/png").contains("This card is valid");
    }

    private Browser signedIn(String officer) throws IOException, InterruptedException {
        var browser = new Browser(origin, timings);
        browser.get("/demo");
        browser.post("/demo/officers/" + officer, Map.of());
        return browser;
    }

    /// The code on the card's page as a picture of it.
    private static byte[] code(String page) throws IOException {
        var size = Integer.parseInt(find(Pattern.compile("class=\"kith-qr\" viewBox=\"0 0 ([0-9]+)"), page));
        var path = find(Pattern.compile("shape-rendering=\"crispEdges\" d=\"([^\"]+)\"/></svg>\\s*<figcaption"), page);
        var picture = new BufferedImage(size * 6, size * 6, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, size * 6, size * 6);
        graphics.setColor(Color.BLACK);
        for (var run = RUN.matcher(path); run.find(); ) {
            var left = (4 + Integer.parseInt(run.group(1))) * 6;
            var top = (4 + Integer.parseInt(run.group(2))) * 6;
            graphics.fillRect(left, top, Integer.parseInt(run.group(3)) * 6, 6);
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static String find(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        if (found.find()) return found.group(1);

        throw new IllegalStateException("not on the page: " + pattern + "\n" + Browser.words(page));
    }
}
