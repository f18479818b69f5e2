package org.kith.server.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.server.audit.Actor;
import org.kith.server.centre.BookingId;
import org.kith.server.identity.ChipCheck;
import org.kith.server.identity.ChipDelivery;
import org.kith.server.identity.ChipReading;
import org.kith.server.identity.ChipResult;
import org.kith.server.site.Texts;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/// What the script on the page of a visit carries between the chip and this server.
@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class ChipController {
    /// Portraits of passports have a few tens of kilobytes.
    private static final int LONGEST = 1024 * 1024;

    private final ChipCheck check;
    private final Texts texts;

    ChipController(ChipCheck check, Texts texts) {
        this.check = check;
        this.texts = texts;
    }

    @PostMapping("/desk/visits/{id}/chip/challenge")
    ResponseEntity<Map<String, String>> challenge(
            @PathVariable BookingId id, @AuthenticationPrincipal Officer officer) {
        return check.challenge(id, registrar(officer))
                .map(challenge -> answer(HttpStatus.OK, "challenge", base64(challenge)))
                .orElseGet(() -> sentence(HttpStatus.CONFLICT, "chip.over"));
    }

    @PostMapping("/desk/visits/{id}/chip")
    ResponseEntity<Map<String, String>> receive(
            @PathVariable BookingId id, HttpServletRequest request, @AuthenticationPrincipal Officer officer)
            throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) return sentence(HttpStatus.CONTENT_TOO_LARGE, "chip.malformed");

        try {
            return said(check.receive(id, delivery(Json.object(body)), registrar(officer)));
        } catch (Malformed | IllegalArgumentException _) {
            return sentence(HttpStatus.BAD_REQUEST, "chip.malformed");
        }
    }

    @GetMapping("/desk/visits/{id}/chip/portrait")
    ResponseEntity<byte[]> portrait(@PathVariable BookingId id, @AuthenticationPrincipal Officer officer) {
        var jpeg = check.look(id, registrar(officer));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(jpeg.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private ResponseEntity<Map<String, String>> said(ChipResult result) {
        return switch (result) {
            case ChipResult.Kept(var reading) ->
                answer(HttpStatus.OK, "passive", reading.passive().name());
            case ChipResult.NotAsked() -> sentence(HttpStatus.CONFLICT, "chip.notAsked");
            case ChipResult.NoLines() -> sentence(HttpStatus.UNPROCESSABLE_CONTENT, "chip.noLines");
            case ChipResult.Over() -> sentence(HttpStatus.CONFLICT, "chip.over");
            case ChipResult.AnotherCentre() -> sentence(HttpStatus.FORBIDDEN, "desk.anotherCentre");
        };
    }

    private static ChipDelivery delivery(JsonNode said) {
        var groups = new HashMap<Integer, byte[]>();
        said.path("groups")
                .propertyStream()
                .forEach(group -> groups.put(Integer.valueOf(group.getKey()), bytes(group.getValue())));
        return new ChipDelivery(
                said.path("lines").asString(""),
                bytes(said.path("sod")),
                groups,
                said.has("answer") ? Optional.of(bytes(said.path("answer"))) : Optional.empty(),
                ChipReading.Said.valueOf(said.path("chipAuthentication").asString("")));
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString(""));
    }

    private ResponseEntity<Map<String, String>> sentence(HttpStatus status, String key) {
        return answer(status, "sentence", texts.text(Locale.ENGLISH, key));
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String name, String value) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(Map.of(name, value));
    }

    private static Actor.Officer registrar(Officer officer) {
        return officer.as(Role.REGISTRAR);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
