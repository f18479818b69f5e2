package org.kith.server.admin.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Entry;
import org.kith.server.audit.Journal;
import org.kith.server.audit.JournalPage;
import org.kith.server.audit.LookPurpose;
import org.kith.server.audit.Looks;
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

/// Shows an auditor what was done with one person's data. The auditor's own look is written down first, and that
/// person sees it.
@Controller
@PreAuthorize("hasRole('AUDITOR')")
class JournalController {
    private static final int SHOWN = 200;
    private static final List<String> PURPOSES =
            List.of(LookPurpose.AUDIT.name(), LookPurpose.PERSONS_OWN_REQUEST.name());
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Applications applications;
    private final Journal journal;
    private final Looks looks;
    private final Texts texts;

    JournalController(Applications applications, Journal journal, Looks looks, Texts texts) {
        this.applications = applications;
        this.journal = journal;
        this.looks = looks;
        this.texts = texts;
    }

    @GetMapping("/admin/journal")
    ModelAndView ask() {
        return new ModelAndView("admin/journal", "page", new JournalSearchPage("", "", PURPOSES, Map.of()));
    }

    @PostMapping("/admin/journal")
    ModelAndView show(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "" + JournalPage.START) long before,
            @AuthenticationPrincipal Officer officer) {
        var application = Reference.parse(reference).flatMap(applications::byReference);
        var errors = new LinkedHashMap<String, String>();
        if (application.isEmpty()) errors.put("reference", text("admin.journal.none"));
        if (!PURPOSES.contains(purpose)) errors.put("purpose", text("admin.journal.purpose.missing"));
        if (application.isEmpty() || !errors.isEmpty()) {
            var asked = new JournalSearchPage(reference, purpose, PURPOSES, errors);
            var page = new ModelAndView("admin/journal", "page", asked);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }

        var found = application.get();
        journal.look(
                Deed.JOURNAL_SEEN,
                officer.as(Role.AUDITOR),
                found.person(),
                found.id().asCase(),
                LookPurpose.valueOf(purpose));
        var entries = journal.of(found.person(), before, SHOWN);
        var next = entries.next().isPresent() ? entries.next().getAsLong() : null;
        return new ModelAndView(
                "admin/journal-of-person",
                "page",
                new JournalOfPersonPage(
                        found.filedReference().orElseThrow().printed(),
                        purpose,
                        entries.entries().stream().map(this::row).toList(),
                        next));
    }

    private JournalOfPersonPage.Row row(Entry entry) {
        var purpose = entry.purpose();
        return new JournalOfPersonPage.Row(
                MINUTE.format(entry.at().atOffset(ZoneOffset.UTC)),
                word(entry.deed()),
                who(entry.actor()),
                purpose == null ? "" : word(purpose));
    }

    private String who(Actor actor) {
        return switch (actor) {
            case Actor.Person _ -> text("admin.journal.person");
            case Actor.House() -> text("admin.journal.house");
            case Actor.Officer officer -> word(officer.role()) + ", no. " + looks.number(officer.id());
        };
    }

    /// `CARD_ISSUED` as “card issued”.
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String text(String key) {
        return texts.text(Locale.ENGLISH, key);
    }
}
