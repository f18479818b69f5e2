package org.kith.server.identity.web;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.Evidence.Paper;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.identity.AddResult;
import org.kith.server.identity.AddResult.Added;
import org.kith.server.identity.AddResult.Closed;
import org.kith.server.identity.AddResult.Enough;
import org.kith.server.identity.AddResult.NotAsked;
import org.kith.server.identity.AddResult.NotNow;
import org.kith.server.identity.AddResult.NotTaken;
import org.kith.server.identity.Document;
import org.kith.server.identity.DocumentId;
import org.kith.server.identity.Documents;
import org.kith.server.identity.Intake;
import org.kith.server.identity.Papers;
import org.kith.server.identity.PictureHint;
import org.kith.server.identity.Upload;
import org.kith.server.identity.UploadId;
import org.kith.server.identity.Uploading;
import org.kith.server.identity.Uploads;
import org.kith.server.programme.Programme;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// An applicant's papers: sending them, seeing what we keep, taking them back.
@Controller
class PaperController {
    private final Applications applications;
    private final Documents documents;
    private final Papers papers;
    private final Uploads uploads;
    private final Uploading uploading;
    private final Programme programme;

    PaperController(
            Applications applications,
            Documents documents,
            Papers papers,
            Uploads uploads,
            Uploading uploading,
            Programme programme) {
        this.applications = applications;
        this.documents = documents;
        this.papers = papers;
        this.uploads = uploads;
        this.uploading = uploading;
        this.programme = programme;
    }

    @GetMapping("/apply/documents")
    ModelAndView kinds(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var found = applications.openOf(person.person());
        if (found.isEmpty()) return new ModelAndView("redirect:/home");

        var application = found.get();
        var texts = programme.texts(language);
        var sent = documents.of(application.id());
        var catalogue = programme.version(application.pack()).evidence().papers();
        var sendable = catalogue.stream()
                .filter(paper -> !paper.atCentre())
                .map(paper -> new PapersPage.Kind(
                        paper.id(), texts.text(paper.titleKey()), hint(paper, language), count(sent, paper)))
                .toList();
        var atCentre = catalogue.stream()
                .filter(Paper::atCentre)
                .map(paper -> texts.text(paper.titleKey()))
                .toList();
        return new ModelAndView("identity/papers", "page", new PapersPage(sendable, atCentre));
    }

    @GetMapping("/apply/documents/{kind}")
    ModelAndView kind(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable UploadId upload,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var application = mine(person);
        return page(application, paper(application, kind), wrongWith(application, upload), language);
    }

    @PostMapping("/apply/documents/{kind}/uploads/{id}/discard")
    String discard(
            @PathVariable String kind, @PathVariable UploadId id, @AuthenticationPrincipal SignedInPerson person) {
        var application = mine(person);
        if (isOf(application, id)) uploads.remove(id);
        return "redirect:/apply/documents/" + paper(application, kind).id();
    }

    @PostMapping("/apply/documents/{kind}")
    ModelAndView add(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language)
            throws IOException {
        var application = mine(person);
        var paper = paper(application, kind);
        return switch (add(application, paper, file)) {
            case Added _ -> new ModelAndView("redirect:/apply/documents/" + paper.id());
            case NotTaken(var why) -> refused(application, paper, why.textKey(), language);
            case Enough() -> refused(application, paper, "papers.enough", language);
            case Closed() -> refused(application, paper, "papers.closed", language);
            case NotNow(var textKey) -> {
                var page = page(application, paper, textKey, language);
                page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
                yield page;
            }
            case NotAsked() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/apply/documents/{kind}/{id}/remove")
    String remove(
            @PathVariable String kind, @PathVariable DocumentId id, @AuthenticationPrincipal SignedInPerson person) {
        var application = mine(person);
        papers.remove(application.id(), id);
        return "redirect:/apply/documents/" + paper(application, kind).id();
    }

    @GetMapping("/apply/documents/{kind}/{id}/{number}")
    ResponseEntity<byte[]> look(
            @PathVariable String kind,
            @PathVariable DocumentId id,
            @PathVariable int number,
            @AuthenticationPrincipal SignedInPerson person) {
        var page = papers.own(mine(person), id, number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(page);
    }

    /// Why a file that came in pieces was not taken, if it was not.
    private @Nullable String wrongWith(Application application, @Nullable UploadId id) {
        if (id == null || !isOf(application, id)) return null;

        return uploads.find(id)
                .map(Upload::outcome)
                .filter(outcome -> !outcome.equals(Upload.TAKEN))
                .orElse(null);
    }

    private boolean isOf(Application application, UploadId id) {
        return uploads.find(id)
                .filter(upload -> upload.application().equals(application.id()))
                .isPresent();
    }

    private AddResult add(Application application, Paper paper, @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) return new NotTaken(new Intake.Empty());

        try (var in = file.getInputStream()) {
            return papers.add(application.id(), paper.id(), in);
        }
    }

    private ModelAndView refused(Application application, Paper paper, String error, Locale language) {
        var page = page(application, paper, error, language);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Application application, Paper paper, @Nullable String error, Locale language) {
        var texts = programme.texts(language);
        var sent = documents.of(application.id()).stream()
                .filter(document -> document.evidence().equals(paper.id()))
                .map(PaperController::sent)
                .toList();
        var page = new PaperPage(
                paper.id(),
                texts.text(paper.titleKey()),
                hint(paper, language),
                texts.text(paper.purposeKey()),
                keptDays(application),
                sent,
                uploading.waiting(application, paper.id()).stream()
                        .map(PaperPage.Unfinished::new)
                        .toList(),
                papers.takesHeic(),
                sent.size() < Papers.MOST && papers.takesPapers(application),
                application.stage() == Stage.DRAFT,
                error);
        return new ModelAndView("identity/paper", "page", page);
    }

    private long keptDays(Application application) {
        var kept = programme.version(application.pack()).programme().limits().papersKept();
        return ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(kept));
    }

    private static PaperPage.Sent sent(Document document) {
        return new PaperPage.Sent(
                document.id().toString(),
                IntStream.rangeClosed(1, document.pages().size()).boxed().toList(),
                document.addedAt().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                document.hints().stream().map(PictureHint::textKey).toList());
    }

    private String hint(Paper paper, Locale language) {
        var texts = programme.texts(language);
        return texts.has(paper.hintKey()) ? texts.text(paper.hintKey()) : "";
    }

    private static int count(java.util.List<Document> sent, Paper paper) {
        return (int) sent.stream()
                .filter(document -> document.evidence().equals(paper.id()))
                .count();
    }

    private Application mine(SignedInPerson person) {
        return applications
                .openOf(person.person())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Paper paper(Application application, String kind) {
        return programme
                .version(application.pack())
                .evidence()
                .find(kind)
                .filter(paper -> !paper.atCentre())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
