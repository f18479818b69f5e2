package org.kith.server.desk.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.kith.pack.programme.Check;
import org.kith.pack.text.Texts;
import org.kith.server.application.Application;
import org.kith.server.desk.web.CaseChecksView.Finding;
import org.kith.server.desk.web.CaseChecksView.Row;
import org.kith.server.inquiry.Found;
import org.kith.server.inquiry.Inquiries;
import org.kith.server.inquiry.Inquiry;
import org.kith.server.inquiry.Outcome;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Component;

/// Says in words how far the programme's checks of a case are.
@Component
class CaseChecks {
    private final Inquiries inquiries;
    private final CaseViews views;

    CaseChecks(Inquiries inquiries, CaseViews views) {
        this.inquiries = inquiries;
        this.views = views;
    }

    CaseChecksView of(Application application, Texts texts, Officer officer) {
        var mayRecord = officer.is(Role.CASEWORKER) && !application.stage().isClosed();
        return new CaseChecksView(inquiries.of(application).stream()
                .map(inquiry -> row(inquiry, texts, mayRecord))
                .toList());
    }

    private Row row(Inquiry inquiry, Texts texts, boolean mayRecord) {
        var check = inquiry.check();
        return new Row(
                check.id(),
                texts.text(check.titleKey()),
                texts.text(check.purposeKey()),
                sign(inquiry),
                state(inquiry),
                check.required(),
                inquiry.isDone(),
                check.request()
                        .map(Check.Request::recipientKey)
                        .map(texts::text)
                        .orElse(""),
                check.request().map(Check.Request::lawKey).map(texts::text).orElse(""),
                check.coverageKey().map(texts::text).orElse(""),
                inquiry.asking(),
                mayRecord,
                findings(inquiry.found()));
    }

    private List<Finding> findings(List<Found> found) {
        return found.stream()
                .map(each -> new Finding(
                        "case.check." + each.outcome().name(),
                        views.name(each.officer()),
                        LocalDate.ofInstant(each.at(), ZoneOffset.UTC),
                        each.words().words(),
                        each.words().source(),
                        each.words().asOf(),
                        each.failure() == null
                                ? ""
                                : "case.check.why." + each.failure().name()))
                .toList();
    }

    private static String state(Inquiry inquiry) {
        return "case.check."
                + inquiry.newest().map(last -> last.outcome().name()).orElse("OPEN");
    }

    private static String sign(Inquiry inquiry) {
        return switch (inquiry.newest().map(Found::outcome).orElse(null)) {
            case null -> "wait";
            case Outcome.PASSED -> "yes";
            case Outcome.CONCERN -> "differs";
            case Outcome.UNKNOWN -> "unknown";
        };
    }
}
