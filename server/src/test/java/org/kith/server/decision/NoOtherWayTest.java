package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Lesson 7: whatever anybody sends to whatever address the server answers, nobody is refused and no card is taken but
/// by a decision that has a number, after hearing, and by as many officers as the programme says.
///
/// Addresses, officers, fields and choices are those of the server that runs: a new one is tried without a word here.
@TestPropertySource(properties = "kith.test=every address") // a server apart: all of it is tried
class NoOtherWayTest extends ServerTest {
    private static final Pattern OFFICERS = Pattern.compile("action=\"/demo/officers/([a-z]+)\"");
    private static final boolean FULL = System.getenv("KITH_FULL") != null;
    /// Times that one caller brings something about at one address.
    private static final int ENOUGH = FULL ? Integer.MAX_VALUE : 3;

    /// Times in a row that one caller is refused alike at one address: then only other words for what is decided are
    /// tried there.
    private static final int ALIKE = FULL ? Integer.MAX_VALUE : 6;

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    @Autowired
    RequestMappingHandlerMapping mapping;

    @Autowired
    SomeCase cases;

    @Autowired
    SomeCard cards;

    private final Learnt learnt = new Learnt();
    private final Map<String, Visitor> officers = new LinkedHashMap<>();
    private final Map<String, Thing> things = new LinkedHashMap<>();

    /// What stands where another thing of its kind stood before something became of that.
    private final Map<String, String> successors = new LinkedHashMap<>();

    /// What came of what, such as “heard: REFUSED”.
    private final Set<String> reached = new TreeSet<>();

    /// Something that could be refused or taken, and whose it is.
    private record Thing(String table, UUID id, Visitor owner, String stage) {}

    private record Caller(String name, Visitor visitor) {}

    @Test
    void whatever_is_sent_by_whomever_nobody_is_refused_unheard_and_no_card_is_taken() {
        OFFICERS.matcher(Visitor.at(port).get("/demo").body())
                .results()
                .forEach(slug -> officers.put(slug.group(1), officer(slug.group(1))));
        ways().keySet().forEach(this::prepare);

        for (var endpoint : Endpoint.all(mapping)) {
            if (endpoint.isDoor()) continue;
            for (var caller : callers()) drive(endpoint, caller);
        }

        assertThat(unlawful()).isEmpty();
        assertThat(reached)
                .as("what officers may do was done, so that what they may not was tried")
                .contains("unheard: REFUSAL_ANNOUNCED", "heard: REFUSED", "card: SUSPENDED", "noticed card: SUSPENDED");
    }

    private void drive(Endpoint endpoint, Caller caller) {
        for (var each : paths(endpoint)) {
            var fillings = learnt.fillings(each, endpoint.fields());
            var changed = 0;
            var alike = 0;
            var last = 0;
            for (var filling : endpoint.method().equals("GET") ? fillings.subList(0, 1) : fillings) {
                var path = now(each);
                var answer = send(caller.visitor(), endpoint.method(), path, filling);
                learnt.from(answer.body());
                if (look(endpoint + " at " + path + " by " + caller.name() + " with " + filling)) changed++;
                // The same deed in other words needs a new case each time.
                if (changed == ENOUGH) break;
                // Whoever may not come in there may not with other words either.
                if (isShut(answer)) break;
                alike = answer.status() < 400 ? 0 : answer.status() == last ? alike + 1 : 1;
                last = answer.status();
                if (alike >= ALIKE && !Learnt.decides(filling, fillings.getFirst())) break;
            }
        }
    }

    private static boolean isShut(Visitor.Answer answer) {
        return answer.status() == 403
                || answer.path().contains("/sign-in")
                || (answer.path().equals("/desk/conflict") && !FULL);
    }

    /// Sends it, and once more where a page only asks whether that is meant, such as a letter that is shown before it
    /// goes.
    private Visitor.Answer send(Visitor visitor, String method, String path, Map<String, String> filling) {
        var answer = visitor.send(method, path, filling);
        if (answer.status() / 100 == 3 && answer.path().contains("/letters/")) answer = visitor.get(answer.path());
        learnt.meant(path, answer.body()).ifPresent(meant -> visitor.send("POST", path, meant));
        return answer;
    }

    /// Whether anything became of it, which must be by right.
    private boolean look(String what) {
        var changed = false;
        var stages = stages();
        for (var name : List.copyOf(things.keySet())) {
            var thing = things.get(name);
            var stage = stages.getOrDefault(thing.id(), "GONE");
            if (stage.equals(thing.stage())) continue;

            assertThat(unlawful()).as(what).isEmpty();
            changed = true;
            reached.add(name + ": " + stage);
            prepare(name);
            successors.put(thing.id().toString(), things.get(name).id().toString());
        }
        return changed;
    }

    private Map<UUID, String> stages() {
        var sql = """
                select id, stage from application where id = any (:ids)
                union all select id, stage from card where id = any (:ids)
                """;
        var ids = things.values().stream().map(Thing::id).toArray(UUID[]::new);
        var stages = new HashMap<UUID, String>();
        jdbc.sql(sql).param("ids", ids).query(row -> {
            stages.put(row.getObject("id", UUID.class), row.getString("stage"));
        });
        return stages;
    }

    private String now(String path) {
        for (var successor : successors.entrySet()) path = path.replace(successor.getKey(), successor.getValue());
        return path;
    }

    private List<String> unlawful() {
        return new Unlawful(jdbc).all();
    }

    /// Those whom it concerns, a stranger who is signed in, nobody, and every officer there is.
    private List<Caller> callers() {
        var callers = new ArrayList<Caller>();
        callers.add(new Caller("nobody", Visitor.at(port)));
        callers.add(new Caller("somebody else", signedIn(Visitor.asPerson(port, "else@example.org"))));
        things.forEach((name, thing) -> callers.add(new Caller("the owner of " + name, thing.owner())));
        officers.forEach((slug, officer) -> callers.add(new Caller(slug, officer)));
        return callers;
    }

    private List<String> paths(Endpoint endpoint) {
        var pattern = endpoint.pattern().replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}", "{$1}");
        if (!pattern.contains("{")) return List.of(pattern);

        var paths = new LinkedHashSet<String>();
        var ids = ids(pattern);
        for (var id : ids.subList(0, Math.min(enough(endpoint, pattern), ids.size()))) {
            var first = VARIABLE.matcher(pattern).replaceFirst(id);
            paths.add(VARIABLE.matcher(first).replaceAll(variable -> other(variable.group())));
        }
        return List.copyOf(paths);
    }

    /// Looking is tried at one of each kind; where no case, card or decision is meant, so is everything.
    private static int enough(Endpoint endpoint, String pattern) {
        if (FULL) return Integer.MAX_VALUE;
        if (endpoint.method().equals("GET")) return table(pattern).isEmpty() ? 2 : 1;
        return pattern.matches("/(desk/(cases|cards|decisions|appeals)|messages)/.*") ? Integer.MAX_VALUE : 3;
    }

    private static String table(String pattern) {
        return pattern.contains("/cards/") ? "card" : pattern.contains("/cases/") ? "application" : "";
    }

    /// Of all that is there; of the wrong kind too, but one of each.
    private List<String> ids(String pattern) {
        if (!pattern.contains("{id}"))
            return List.of(other(VARIABLE.matcher(pattern)
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group()));

        var table = table(pattern);
        var ids = new ArrayList<String>();
        for (var name : List.of("unheard", "card")) if (wanted(name, table)) ids.add(id(name));
        if (table.isEmpty()) {
            var sql = "select id from decision where subject = any (?) order by proposed_at desc";
            var subjects = things.values().stream().map(Thing::id).toArray(UUID[]::new);
            ids.addAll(jdbc.sql(sql).param(subjects).query(String.class).list());
        }
        for (var name : things.keySet()) if (wanted(name, table) && !ids.contains(id(name))) ids.add(id(name));
        return ids;
    }

    private boolean wanted(String name, String table) {
        return table.isEmpty() || things.get(name).table().equals(table);
    }

    private String id(String name) {
        return things.get(name).id().toString();
    }

    private static String other(String variable) {
        return switch (variable) {
            case "{kind}" -> "birth-record";
            case "{page}", "{number}", "{list}" -> "1";
            case "{pageId}" -> "residence";
            case "{code}" -> "descent";
            default -> "0b9e2f5c-3a41-4d6b-8f0e-1c2d3e4f5a6b";
        };
    }

    private void prepare(String name) {
        var thing = ways().get(name).get();
        things.put(name, thing);
        var address = "/desk/" + (thing.table().equals("card") ? "cards/" : "cases/") + thing.id();
        for (var officer : officers.values()) {
            var page = officer.get(address);
            if (page.status() != 200) continue;
            for (var purpose : List.of("SECOND_SIGNATURE", "APPEAL", "DECISION", "CARD_CARE"))
                officer.send("POST", address + "/open", Map.of("purpose", purpose));
        }
    }

    private Map<String, Supplier<Thing>> ways() {
        var ways = new LinkedHashMap<String, Supplier<Thing>>();
        ways.put("unheard", () -> application(false, false));
        ways.put("announced", () -> application(true, false));
        ways.put("heard", () -> application(true, true));
        ways.put("card", () -> card(false, false));
        ways.put("noticed card", () -> card(true, false));
        ways.put("card whose holder was heard", () -> card(true, true));
        return ways;
    }

    private Thing application(boolean announced, boolean heard) {
        var steps = new CaseSteps(port, cases, jdbc);
        var opened = steps.takenUp();
        var last = announced ? steps.announce(opened) : null;
        if (heard) steps.reply(opened, "She married in 1955.");
        var stage = jdbc.sql("select stage from application where id = ?")
                .param(opened.id().value())
                .query(String.class)
                .single();
        assertThat(stage)
                .as(last == null ? "taken up" : last.text())
                .isEqualTo(announced && !heard ? "REFUSAL_ANNOUNCED" : "UNDER_REVIEW");
        return new Thing("application", opened.id().value(), signedIn(opened.person()), stage);
    }

    private Thing card(boolean noticed, boolean heard) {
        var holder = cards.holder(port, SomeApplicant.layla("card-" + UUID.randomUUID() + "@example.org"));
        var id = holder.card().id().value();
        if (noticed) announce("/desk/cards/" + id);
        if (heard) answer(holder.visitor());
        return new Thing("card", id, signedIn(holder.visitor()), "ACTIVE");
    }

    private void announce(String card) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get(card);
        var page = castell.post(card + "/open", Map.of("purpose", "CARD_CARE"));
        var path = card + "/measure";
        learnt.from(page.body());
        var announcing = learnt.fillings(path, Map.of()).stream()
                .filter(filling -> filling.get("measure").startsWith("ANNOUNCE"))
                .findFirst()
                .orElseThrow();
        var shown = send(castell, "POST", path, announcing);
        assertThat(notices(card)).as(announcing + ": " + shown.text()).isEqualTo(1);
    }

    private int notices(String card) {
        return jdbc.sql("select count(*) from decision where subject = cast(? as uuid) and verdict like 'ANNOUNCE%'")
                .param(card.substring(card.lastIndexOf('/') + 1))
                .query(Integer.class)
                .single();
    }

    private static void answer(Visitor holder) {
        var message = holder.get("/messages").find("href=\"(/messages/[0-9a-f-]+)\"");
        holder.get(message);
        holder.post(message, Map.of("words", "They are two records."));
    }

    private Visitor officer(String slug) {
        var visitor = Visitor.at(port);
        visitor.get("/demo");
        visitor.post("/demo/officers/" + slug, Map.of());
        return signedIn(visitor);
    }

    /// With the token of a page of theirs.
    private static Visitor signedIn(Visitor visitor) {
        visitor.get("/demo");
        return visitor;
    }
}
