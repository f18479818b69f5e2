package org.kith.server.admin.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.Alarm;
import org.kith.server.audit.Alarms;
import org.kith.server.audit.Looks;
import org.kith.server.centre.Centre;
import org.kith.server.centre.CentreId;
import org.kith.server.centre.Centres;
import org.kith.server.site.Texts;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where auditors see who was refused, and say what came of looking into it.
@Controller
@PreAuthorize("hasRole('AUDITOR')")
class AlarmsController {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Alarms alarms;
    private final Looks looks;
    private final Centres centres;
    private final Texts texts;

    AlarmsController(Alarms alarms, Looks looks, Centres centres, Texts texts) {
        this.alarms = alarms;
        this.looks = looks;
        this.centres = centres;
        this.texts = texts;
    }

    @GetMapping("/admin/alarms")
    ModelAndView show() {
        return page(Map.of());
    }

    @PostMapping("/admin/alarms")
    ModelAndView settle(
            @RequestParam UUID officer,
            @RequestParam LocalDate day,
            @RequestParam int tries,
            @RequestParam(required = false) Alarm.@Nullable Finding finding,
            @AuthenticationPrincipal Officer auditor) {
        var field = "finding-" + looks.number(officer) + "-" + day;
        if (finding == null) return page(Map.of(field, text("admin.alarms.missing")));
        if (!alarms.settle(officer, day, tries, finding, auditor.as(Role.AUDITOR))) {
            return page(Map.of(field, text("admin.alarms.changed")));
        }
        return new ModelAndView("redirect:/admin/alarms");
    }

    private ModelAndView page(Map<String, String> errors) {
        var rows = alarms.open().stream().map(this::row).toList();
        var findings = Stream.of(Alarm.Finding.values()).map(Enum::name).toList();
        var view = new ModelAndView("admin/alarms", "page", new AlarmsPage(rows, findings, errors));
        if (!errors.isEmpty()) view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private AlarmsPage.Row row(Alarm alarm) {
        return new AlarmsPage.Row(
                alarm.officer().toString(),
                looks.number(alarm.officer()).toString(),
                alarm.role().name().toLowerCase(Locale.ROOT),
                where(alarm.unit()),
                alarm.day().toString(),
                alarm.tries(),
                time(alarm.firstAt()),
                time(alarm.lastAt()));
    }

    private String where(@Nullable UUID unit) {
        return unit == null
                ? ""
                : centres.find(new CentreId(unit)).map(Centre::town).orElse("");
    }

    private static String time(Instant instant) {
        return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
    }

    private String text(String key) {
        return texts.text(Locale.ENGLISH, key);
    }
}
