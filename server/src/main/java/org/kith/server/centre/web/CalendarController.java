package org.kith.server.centre.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Applications;
import org.kith.server.centre.VisitCalendar;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/// The visit as a file for a calendar.
@Controller
class CalendarController {
    private final Applications applications;
    private final VisitCalendar calendar;

    CalendarController(Applications applications, VisitCalendar calendar) {
        this.applications = applications;
        this.calendar = calendar;
    }

    @GetMapping("/visit/calendar")
    ResponseEntity<byte[]> calendar(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var named = applications
                .openOf(person.person())
                .flatMap(application -> calendar.of(application, language))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var method = named.file().cancels() ? "CANCEL" : "PUBLISH";
        var name = ContentDisposition.attachment()
                .filename(named.name() + ".ics", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8;method=" + method))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .body(named.file().text().getBytes(StandardCharsets.UTF_8));
    }
}
