package org.kith.server.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.eligibility.GroundTrace;
import org.kith.pack.rule.Outcome;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.decision.Adjudication;
import org.kith.server.decision.CaseLists.Line;
import org.kith.server.decision.Finding;
import org.kith.server.decision.Obstacle;
import org.kith.server.decision.Requirement;
import org.kith.server.desk.web.CaseQueuePage.Filter;
import org.kith.server.desk.web.CaseQueuePage.Row;
import org.kith.server.programme.Programme;
import org.kith.server.staff.OfficerEntry;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.springframework.stereotype.Component;

/// Makes rows of cases. Grounds are not kept in the clear, so the answers of those that are shown are opened, and of no
/// others.
@Component
class CaseQueueRows {
    /// What of a case can be missing, rather than of an officer's finding.
    static final List<Requirement> MAY_MISS = Stream.of(Requirement.values())
            .filter(each -> each != Requirement.GROUND_OF_THE_PROGRAMME
                    && each != Requirement.PAPERS_OF_THE_CATALOGUE
                    && each != Requirement.PROPOSED_WITHOUT_INTEREST)
            .toList();

    private final Applications applications;
    private final Adjudication adjudication;
    private final Programme programme;
    private final List<Obstacle> obstacles;
    private final Officers officers;
    private final Clock clock;

    CaseQueueRows(
            Applications applications,
            Adjudication adjudication,
            Programme programme,
            List<Obstacle> obstacles,
            Officers officers,
            Clock clock) {
        this.applications = applications;
        this.adjudication = adjudication;
        this.programme = programme;
        this.obstacles = List.copyOf(obstacles);
        this.officers = officers;
        this.clock = clock;
    }

    /// Of the lines, in their order.
    ///
    /// @param filter whose ground is to be among those met, and what it names among what is missing
    List<Row> of(List<Line> lines, Filter filter) {
        var found = applications.find(lines.stream().map(Line::application).toList());
        var names = new HashMap<OfficerId, String>();
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(found.get(line.application()))
                        .flatMap(application -> row(line, application, filter, names)))
                .toList();
    }

    private Stream<Row> row(Line line, Application application, Filter filter, Map<OfficerId, String> names) {
        var met = adjudication.trace(application).grounds().stream()
                .filter(each -> each.result() == Outcome.MET)
                .toList();
        var ground = filter.ground();
        if (!ground.isEmpty() && met.stream().noneMatch(each -> each.ground().equals(ground))) return Stream.empty();

        var pack = programme.version(application.pack());
        var missing = missing(application, met, pack);
        if (!filter.missing().isEmpty()
                && missing.stream().noneMatch(each -> each.name().equals(filter.missing()))) return Stream.empty();

        var texts = pack.messages().in(Locale.ENGLISH.toLanguageTag());
        var filed = LocalDate.ofInstant(Objects.requireNonNull(application.filedAt()), ZoneOffset.UTC);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Stream.of(new Row(
                application.id().value().toString(),
                application.filedReference().orElseThrow().printed(),
                met.stream().map(GroundTrace::titleKey).map(texts::text).toList(),
                Locale.forLanguageTag(line.language()),
                application.stage(),
                ChronoUnit.DAYS.between(filed, today),
                ChronoUnit.DAYS.between(
                        today, filed.plus(pack.programme().limits().decisionAim())),
                name(line.holder(), names),
                missing));
    }

    /// Asked as if it were approved on the first ground that the rules find met, or else on the programme's first.
    private List<Requirement> missing(Application application, List<GroundTrace> met, Pack pack) {
        var ground = met.isEmpty()
                ? pack.eligibility().grounds().getFirst().id()
                : met.getFirst().ground();
        var finding = new Finding.Approval(ground, "–");
        return obstacles.stream()
                .flatMap(obstacle -> obstacle.missing(application, finding).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private String name(@Nullable OfficerId holder, Map<OfficerId, String> known) {
        if (holder == null) return "";
        return known.computeIfAbsent(
                holder, each -> officers.find(each).map(OfficerEntry::name).orElse(""));
    }
}
