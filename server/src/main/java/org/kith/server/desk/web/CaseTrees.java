package org.kith.server.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.pack.question.Question;
import org.kith.pack.question.Topic;
import org.kith.server.application.Application;
import org.kith.server.desk.web.CaseLine.Named;
import org.kith.server.desk.web.CaseSections.Reading;
import org.kith.server.desk.web.CaseTree.Ancestor;
import org.kith.server.desk.web.CaseTree.Generation;
import org.kith.server.desk.web.CaseTree.Paper;
import org.kith.server.family.LaidPaper;
import org.kith.server.family.SharedPaper;
import org.kith.server.family.SharedPapers;
import org.springframework.stereotype.Component;

/// Draws a person's ancestors as a tree, and lays to each step the papers that prove it.
@Component
class CaseTrees {
    private final SharedPapers shared;

    CaseTrees(SharedPapers shared) {
        this.shared = shared;
    }

    /// The tree; nothing where the person named nobody.
    Optional<CaseTree> of(Application application, Reading reading, String person) {
        var line = CaseLine.of(reading);
        if (line.isEmpty()) return Optional.empty();

        var laid = shared.laid(application);
        var farthest = line.stream().mapToInt(Named::back).max().orElse(0);
        var generations = new ArrayList<Generation>();
        for (var back = 1; back <= farthest; back++) {
            var generation = back;
            generations.add(new Generation(line.stream()
                    .filter(named -> named.back() == generation)
                    .map(named -> new Ancestor(
                            named.relation(), named.said(), papers(named, line, laid, application, reading)))
                    .toList()));
        }
        return Optional.of(
                new CaseTree(person, own(application, reading), generations, unlaid(line, laid, application, reading)));
    }

    /// Of whom a paper may tell, for an officer to say; empty where there is no choice.
    List<CasePage.Choice> steps(Reading reading) {
        var line = CaseLine.of(reading);
        return line.size() < 2
                ? List.of()
                : line.stream()
                        .map(named -> new CasePage.Choice(named.step(), named.relation() + ", " + named.said()))
                        .toList();
    }

    private List<Paper> own(Application application, Reading reading) {
        return reading.pack().questions().all().stream()
                .filter(question -> question.topic() == Topic.BIRTH)
                .findFirst()
                .map(question -> proving(question, application, reading).toList())
                .orElse(List.of());
    }

    private List<Paper> papers(
            Named named, List<Named> line, List<LaidPaper> laid, Application application, Reading reading) {
        if (line.size() == 1)
            return proving(named.question(), application, reading).toList();
        return laid.stream()
                .filter(paper -> paper.step().equals(named.step()))
                .map(paper -> new Paper(title(paper.evidence(), reading), address(application, paper)))
                .toList();
    }

    private List<Paper> unlaid(List<Named> line, List<LaidPaper> laid, Application application, Reading reading) {
        if (line.size() == 1) return List.of();
        var done = laid.stream().map(paper -> address(application, paper)).toList();
        return line.stream()
                .map(Named::question)
                .distinct()
                .flatMap(question -> proving(question, application, reading))
                .filter(paper -> paper.address().isEmpty() || !done.contains(paper.address()))
                .distinct()
                .toList();
    }

    /// Papers here, and those of relatives that serve.
    private Stream<Paper> proving(Question question, Application application, Reading reading) {
        var codes = reading.pack().evidence().proving(question.id()).stream()
                .map(paper -> paper.id())
                .toList();
        var here = reading.papers().stream()
                .filter(kind -> codes.contains(kind.code()))
                .flatMap(kind -> kind.papers().stream())
                .flatMap(paper ->
                        paper.leaves().stream().limit(1).map(leaf -> new Paper(paper.title(), leaf.address())));
        var relatives = shared.serving(application.person()).stream()
                .filter(SharedPaper::counts)
                .filter(share -> codes.contains(share.evidence()))
                .map(share -> new Paper(title(share.evidence(), reading), ""));
        return Stream.concat(here, relatives);
    }

    private static String title(String evidence, Reading reading) {
        return reading.texts().text("evidence." + evidence + ".title");
    }

    private static String address(Application application, LaidPaper paper) {
        return "/desk/cases/" + application.id().value() + "/papers/" + paper.document() + "/1";
    }
}
