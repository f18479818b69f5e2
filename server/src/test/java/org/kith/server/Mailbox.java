package org.kith.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The mail of one invented person, read from the demonstration's page.
public final class Mailbox {
    private static final Pattern LINK = Pattern.compile("href=\"(/sign-in[^\"]*)\"");

    private static final Pattern PIN = Pattern.compile("\\b([0-9]{6})\\b");

    private final int port;
    private final String email;

    private Mailbox(int port, String email) {
        this.port = port;
        this.email = email;
    }

    public static Mailbox of(int port, String email) {
        return new Mailbox(port, email);
    }

    /// The address of a page that the newest mail links to, waiting some seconds for it to come.
    ///
    /// @param start how the address begins, such as `/doors/`
    public String linkTo(String start) {
        return linkTo(start, List.of());
    }

    /// The same, once as many mails have come as were sent: what links in older ones led to may be over.
    public String linkTo(String start, int sent) {
        for (var tries = 0; tries < 100 && linksTo(start).size() < sent; tries++) pause();
        return linkTo(start);
    }

    /// The same of mail that came since, other than those known.
    public String linkTo(String start, List<String> known) {
        for (var tries = 0; tries < 100; tries++) {
            var found = linksTo(start);
            if (!found.isEmpty() && !known.contains(found.getFirst())) return found.getFirst();
            pause();
        }
        throw new AssertionError("no mail came");
    }

    /// The addresses that mails link to, the newest first, as far as they have come.
    public List<String> linksTo(String start) {
        return links(Pattern.compile("href=\"(" + Pattern.quote(start) + "[^\"]*)\""));
    }

    /// The link of the newest mail, waiting some seconds for it to come.
    public String link() {
        return links(1).getFirst();
    }

    /// The links of all mails, the newest first, waiting until there are as many as that.
    public List<String> links(int atLeast) {
        for (var tries = 0; tries < 100; tries++) {
            var found = links();
            if (found.size() >= atLeast) return found;
            pause();
        }
        throw new AssertionError("no mail came");
    }

    /// The numbers that were mailed for wallets, the newest first, waiting until there are as many as that.
    public List<String> pins(int atLeast) {
        for (var tries = 0; tries < 100; tries++) {
            var found = links(PIN);
            if (found.size() >= atLeast) return found;
            pause();
        }
        throw new AssertionError("no mail came");
    }

    public List<String> links() {
        return links(LINK);
    }

    private List<String> links(Pattern pattern) {
        var page = Visitor.at(port).get("/demo/outbox").body();
        var links = new ArrayList<String>();
        for (var mail : page.split("class=\"kith-panel\"", -1))
            if (mail.contains("<bdi>" + email + "</bdi>"))
                pattern.matcher(mail).results().map(found -> found.group(1)).forEach(links::add);
        return links;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
