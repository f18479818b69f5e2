package org.kith.server.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.server.application.Application;
import org.kith.server.application.Reference;
import org.kith.server.centre.Wall;
import org.kith.server.desk.OfflineRoom;
import org.kith.server.identity.DeclaredInLines;
import org.kith.server.identity.OfflineChecks;
import org.kith.server.identity.OfflineVisit;
import org.kith.server.identity.PointsToCheck;
import org.kith.server.identity.SyncResult;
import org.kith.server.site.Assets;
import org.kith.server.site.Texts;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficersHand;
import org.kith.server.staff.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The desk without a line. Its page holds nothing of anybody and is kept by the browser; what it works with comes from
/// here once a day, and goes back visit by visit.
@Controller
class OfflineController {
    private static final String REGISTRAR = "hasRole('REGISTRAR')";
    private static final int MAX_FORM = 16 * 1024;
    private static final List<String> KEPT =
            List.of("kith.css", "offline.js", "offline-vault.js", "offline-check.js", "offline-parts.js");

    private final OfflineRoom room;
    private final OfflineChecks checks;
    private final PointsToCheck points;
    private final OfficersHand hand;
    private final Assets assets;
    private final Texts texts;

    OfflineController(
            OfflineRoom room,
            OfflineChecks checks,
            PointsToCheck points,
            OfficersHand hand,
            Assets assets,
            Texts texts) {
        this.room = room;
        this.checks = checks;
        this.points = points;
        this.hand = hand;
        this.assets = assets;
        this.texts = texts;
    }

    @GetMapping("/desk/offline")
    ModelAndView page() {
        return new ModelAndView("desk/offline");
    }

    /// Keeps the page and what it needs in the browser. A new version of any of it is a new text.
    @GetMapping("/desk/offline/worker.js")
    ResponseEntity<byte[]> worker() {
        var kept =
                KEPT.stream().map(assets::address).map(each -> "'" + each + "'").toList();
        var head = "const KEPT = [" + String.join(", ", kept) + "];\n";
        var body = assets.at(assets.address("offline-worker.js")).orElseThrow().bytes();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=utf-8"))
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/desk/offline")
                .body((head + new String(body, UTF_8)).getBytes(UTF_8));
    }

    /// What a browser needs to make its key and to send: the officer's passkeys, and a token.
    @PreAuthorize(REGISTRAR)
    @GetMapping("/desk/offline/start")
    ResponseEntity<byte[]> start(@AuthenticationPrincipal Officer officer, CsrfToken token) {
        return answer(Map.of(
                "options", hand.options(officer.id(), new byte[32]),
                "token", token.getToken(),
                "officer", officer.label()));
    }

    @PreAuthorize(REGISTRAR)
    @PostMapping("/desk/offline/day")
    ResponseEntity<byte[]> day(@AuthenticationPrincipal Officer officer) {
        if (officer.unit() == null)
            return ResponseEntity.status(HttpStatus.CONFLICT).build();

        var taken = room.take(officer.as(Role.REGISTRAR));
        var wall = new Wall(taken.centre().hours().zone(), Locale.ENGLISH);
        var day = new LinkedHashMap<String, Object>();
        day.put("id", taken.day().id().toString());
        day.put("officer", officer.id().toString());
        day.put("officer_label", officer.label());
        day.put("centre", taken.centre().id().toString());
        day.put("town", taken.centre().town());
        day.put("taken_at", taken.day().takenAt().toString());
        day.put("ends_at", taken.day().endsAt().toString());
        day.put("title", wall.wholeDay(wall.date(taken.day().takenAt())));
        day.put(
                "visits",
                taken.visits().stream().map(visit -> visit(visit, wall)).toList());
        return answer(day);
    }

    @PreAuthorize(REGISTRAR)
    @PostMapping("/desk/offline/visits")
    ResponseEntity<byte[]> take(
            @RequestParam String form,
            @RequestParam String credential,
            @RequestParam(defaultValue = "") String lines,
            @RequestParam String arrived,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            @AuthenticationPrincipal Officer officer)
            throws IOException {
        var result = checks.take(visit(form, credential, lines, arrived, photo), officer.as(Role.REGISTRAR));
        return switch (result) {
            case SyncResult.Done _ -> outcome("done", "DONE");
            case SyncResult.Known _ -> outcome("done", "KNOWN");
            case SyncResult.Conflict(var reason) -> outcome("conflict", reason.name());
            case SyncResult.Refused(var why) -> outcome("refused", why.name());
        };
    }

    private static OfflineVisit visit(
            String form, String credential, String lines, String arrived, @Nullable MultipartFile photo)
            throws IOException {
        var bytes = photo == null ? new byte[0] : photo.getBytes();
        // A form sends every line's end as CR LF (HTML, form submission); signed were lines that end in LF.
        return new OfflineVisit(bytes(form), credential, lines.replace("\r", ""), bytes, moment(arrived));
    }

    /// Bytes that are none make a form that is none.
    private static byte[] bytes(String form) {
        try {
            return form.length() > MAX_FORM ? new byte[0] : Base64Url.read(form);
        } catch (Malformed e) {
            return new byte[0];
        }
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private Map<String, Object> visit(OfflineRoom.Visit visit, Wall wall) {
        var booking = visit.booking();
        var name = visit.declared().name();
        var json = new LinkedHashMap<String, Object>();
        json.put("booking", booking.id().toString());
        json.put("application", visit.application().id().value().toString());
        json.put(
                "reference",
                visit.application().filedReference().map(Reference::printed).orElse(""));
        json.put("time", wall.time(booking.startsAt()));
        json.put("name", name.map(each -> each.inOwnScript()).orElse(""));
        json.put("latin", name.map(each -> each.inPassport()).orElse(""));
        json.put("declared", DeclaredInLines.of(visit.declared()));
        json.put("points", points(visit.application()));
        return json;
    }

    private List<Map<String, String>> points(Application application) {
        return points.of(application).stream()
                .map(id -> Map.of("id", id, "title", points.title(application, id, Locale.ENGLISH)))
                .toList();
    }

    private ResponseEntity<byte[]> outcome(String outcome, String why) {
        return answer(
                Map.of("outcome", outcome, "why", why, "text", texts.text(Locale.ENGLISH, "desk.offline.sync." + why)));
    }

    private static ResponseEntity<byte[]> answer(Map<String, Object> body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(Json.write(body));
    }
}
