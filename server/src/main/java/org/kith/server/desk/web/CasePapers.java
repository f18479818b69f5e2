package org.kith.server.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.Evidence;
import org.kith.pack.text.Texts;
import org.kith.server.application.Application;
import org.kith.server.family.SharedPapers;
import org.kith.server.family.VerifiedFact;
import org.kith.server.identity.Document;
import org.kith.server.identity.DocumentId;
import org.kith.server.identity.Documents;
import org.kith.server.programme.Programme;
import org.kith.server.staff.OfficerId;
import org.springframework.stereotype.Component;

/// Gathers the papers of a case by their kinds. **A page never holds more than it can show**, however many lie there.
@Component
class CasePapers {
    private static final int OF_A_KIND = 3;
    static final int ON_A_PAGE = 24;

    private final Documents documents;
    private final SharedPapers shared;
    private final Programme programme;
    private final CaseViews views;

    CasePapers(Documents documents, SharedPapers shared, Programme programme, CaseViews views) {
        this.documents = documents;
        this.shared = shared;
        this.programme = programme;
        this.views = views;
    }

    /// The newest of every kind, in the order of the catalogue.
    List<CasePaperKind> of(Application application, Texts texts) {
        var counts = documents.kinds(application.id());
        var byKind = views(application, documents.newest(application.id(), OF_A_KIND), texts);
        return programme.version(application.pack()).evidence().papers().stream()
                .map(Evidence.Paper::id)
                .filter(counts::containsKey)
                .map(code -> new CasePaperKind(
                        code,
                        title(code, texts),
                        counts.getOrDefault(code, 0),
                        byKind.getOrDefault(code, List.of()),
                        counts.getOrDefault(code, 0) > OF_A_KIND ? address(application) + "/kinds/" + code : ""))
                .toList();
    }

    /// One page of a kind; nothing where the application has none of it.
    Optional<CasePaperKind> ofKind(Application application, String code, int skip, Texts texts) {
        var count = documents.kinds(application.id()).getOrDefault(code, 0);
        if (count == 0) return Optional.empty();

        var some = documents.ofKind(application.id(), code, skip, ON_A_PAGE);
        var papers = views(application, some, texts).getOrDefault(code, List.of());
        return Optional.of(new CasePaperKind(code, title(code, texts), count, papers, ""));
    }

    private Map<String, List<CasePaper>> views(Application application, List<Document> some, Texts texts) {
        var facts = shared.seen(application, some.stream().map(Document::id).toList());
        return some.stream()
                .collect(Collectors.groupingBy(
                        Document::evidence,
                        Collectors.mapping(
                                document -> view(application, document, facts, texts), Collectors.toList())));
    }

    private CasePaper view(
            Application application, Document document, Map<DocumentId, VerifiedFact> facts, Texts texts) {
        var fact = Optional.ofNullable(facts.get(document.id()));
        var address = address(application) + "/papers/" + document.id() + "/";
        var leaves = new ArrayList<CasePaper.Leaf>();
        for (var page : document.pages()) {
            leaves.add(new CasePaper.Leaf(page.number(), address + page.number(), page.width(), page.height()));
        }
        return new CasePaper(
                document.id().toString(),
                title(document.evidence(), texts),
                LocalDate.ofInstant(document.addedAt(), ZoneOffset.UTC),
                leaves,
                document.hints(),
                fact.map(VerifiedFact::fact).orElse(""),
                fact.map(each -> views.name(new OfficerId(each.officer()))).orElse(""),
                fact.flatMap(each -> Optional.ofNullable(each.step())).orElse(""),
                day(fact.map(VerifiedFact::at).orElse(null)));
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static String title(String code, Texts texts) {
        return texts.text("evidence." + code + ".title");
    }

    private static String address(Application application) {
        return "/desk/cases/" + application.id().value();
    }
}
