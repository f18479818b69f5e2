package org.kith.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.identity.BeginResult;
import org.kith.server.identity.FinishResult;
import org.kith.server.identity.ReceiveResult;
import org.kith.server.identity.Upload;
import org.kith.server.identity.UploadId;
import org.kith.server.identity.Uploading;
import org.kith.server.identity.Uploads;
import org.kith.server.identity.intake.Limits;
import org.kith.server.identity.storage.FilesAway;
import org.kith.server.site.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/// Papers sent in pieces by the tus protocol 1.0.0 (core, creation, expiration, termination), for the applicant's own
/// application. The form's token comes in a header, as with every other request that changes something.
@Controller
@RequestMapping("/apply/documents/{kind}/uploads")
class UploadController {
    private static final String PIECE = "application/offset+octet-stream";
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";

    private final Applications applications;
    private final Uploads uploads;
    private final Uploading uploading;
    private final Texts texts;
    private final Clock clock;

    UploadController(Applications applications, Uploads uploads, Uploading uploading, Texts texts, Clock clock) {
        this.applications = applications;
        this.uploads = uploads;
        this.uploading = uploading;
        this.texts = texts;
        this.clock = clock;
    }

    /// A client of another version is told so before anything else (tus 1.0.0, Tus-Resumable).
    @ModelAttribute
    void sameVersion(HttpServletRequest request) {
        if (request.getMethod().equals("OPTIONS")) return;
        if (!TusHeaders.VERSION.equals(request.getHeader(RESUMABLE))) {
            throw new TusRefused(HttpStatus.PRECONDITION_FAILED, "uploads.protocol");
        }
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> abilities() {
        return ResponseEntity.noContent()
                .header(RESUMABLE, TusHeaders.VERSION)
                .header("Tus-Version", TusHeaders.VERSION)
                .header("Tus-Extension", "creation,expiration,termination")
                .header("Tus-Max-Size", String.valueOf(Limits.FILE_BYTES))
                .build();
    }

    @PostMapping
    ResponseEntity<Void> begin(
            @PathVariable String kind,
            @RequestHeader(name = "Upload-Length", required = false) @Nullable String length,
            @RequestHeader(name = "Upload-Metadata", required = false) @Nullable String metadata,
            @AuthenticationPrincipal SignedInPerson person) {
        var bytes = TusHeaders.number(length).orElseThrow(UploadController::malformed);
        var digest = TusHeaders.digest(metadata).orElseThrow(UploadController::malformed);
        return switch (uploading.begin(mine(person), kind, bytes, digest.length == 0 ? null : digest)) {
            case BeginResult.Begun(var upload) ->
                answer(HttpStatus.CREATED, upload)
                        .header(HttpHeaders.LOCATION, "/apply/documents/" + kind + "/uploads/" + upload.id())
                        .build();
            case BeginResult.NotAsked() -> throw new TusRefused(HttpStatus.NOT_FOUND, "uploads.notAsked");
            case BeginResult.Closed() -> throw new TusRefused(HttpStatus.CONFLICT, "papers.closed");
            case BeginResult.Empty() -> throw new TusRefused(HttpStatus.UNPROCESSABLE_CONTENT, "intake.empty");
            case BeginResult.TooLarge() -> throw new TusRefused(HttpStatus.CONTENT_TOO_LARGE, "intake.tooLarge");
        };
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> offset(
            @PathVariable String kind, @PathVariable UploadId id, @AuthenticationPrincipal SignedInPerson person) {
        var upload = upload(mine(person), kind, id);
        return answer(HttpStatus.OK, upload)
                .header(OFFSET, String.valueOf(upload.received()))
                .header("Upload-Length", String.valueOf(upload.bytes()))
                .build();
    }

    @PatchMapping("/{id}")
    ResponseEntity<Object> receive(
            @PathVariable String kind,
            @PathVariable UploadId id,
            HttpServletRequest request,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language)
            throws IOException {
        if (!PIECE.equals(request.getContentType())) {
            throw new TusRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "uploads.protocol");
        }
        var offset = TusHeaders.number(request.getHeader(OFFSET)).orElseThrow(UploadController::malformed);
        var application = mine(person);
        var upload = upload(application, kind, id);
        if (offset + request.getContentLengthLong() > upload.bytes()) throw tooMuch();

        return switch (uploading.receive(application, upload, offset, request.getInputStream())) {
            case ReceiveResult.Received(var at) when at == upload.bytes() -> finish(application, upload, language);
            case ReceiveResult.Received(var at) ->
                moved(HttpStatus.NO_CONTENT, upload, at).build();
            case ReceiveResult.WrongOffset(var at) ->
                moved(HttpStatus.CONFLICT, upload, at).build();
            case ReceiveResult.TooMuch _ -> throw tooMuch();
            case ReceiveResult.Over() -> throw over();
        };
    }

    /// Where a firewall between lets only GET and POST through (tus 1.0.0, X-HTTP-Method-Override).
    @PostMapping(path = "/{id}", headers = "X-HTTP-Method-Override=PATCH")
    ResponseEntity<Object> receiveByPost(
            @PathVariable String kind,
            @PathVariable UploadId id,
            HttpServletRequest request,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language)
            throws IOException {
        return receive(kind, id, request, person, language);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> stop(
            @PathVariable String kind, @PathVariable UploadId id, @AuthenticationPrincipal SignedInPerson person) {
        uploads.remove(upload(mine(person), kind, id).id());
        return ResponseEntity.noContent().header(RESUMABLE, TusHeaders.VERSION).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(TusRefused refused, Locale language) {
        var answer = ResponseEntity.status(refused.status()).header(RESUMABLE, TusHeaders.VERSION);
        if (refused.status() == HttpStatus.PRECONDITION_FAILED) answer.header("Tus-Version", TusHeaders.VERSION);
        return answer.body(problem(refused.status(), refused.textKey(), language));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(FilesAway away, Locale language) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(RESUMABLE, TusHeaders.VERSION)
                .header(HttpHeaders.RETRY_AFTER, "60")
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "uploads.away", language));
    }

    private ResponseEntity<Object> finish(Application application, Upload upload, Locale language) {
        return switch (uploading.finish(application, upload.id())) {
            case FinishResult.Finished _ ->
                moved(HttpStatus.NO_CONTENT, upload, upload.bytes()).build();
            case FinishResult.Later(var textKey) ->
                moved(HttpStatus.SERVICE_UNAVAILABLE, upload, upload.bytes())
                        .header(HttpHeaders.RETRY_AFTER, textKey.equals("uploads.busy") ? "5" : "60")
                        .body(problem(HttpStatus.SERVICE_UNAVAILABLE, textKey, language));
        };
    }

    private ProblemDetail problem(HttpStatus status, String textKey, Locale language) {
        return ProblemDetail.forStatusAndDetail(status, texts.text(language, textKey));
    }

    private Application mine(SignedInPerson person) {
        return applications.openOf(person.person()).orElseThrow(UploadController::missing);
    }

    /// Another person's upload is not there.
    private Upload upload(Application mine, String kind, UploadId id) {
        var upload = uploads.find(id)
                .filter(each ->
                        each.application().equals(mine.id()) && each.evidence().equals(kind))
                .orElseThrow(UploadController::missing);
        if (!clock.instant().isBefore(upload.expiresAt())) throw over();
        return upload;
    }

    private static ResponseEntity.BodyBuilder moved(HttpStatus status, Upload upload, int offset) {
        return answer(status, upload).header(OFFSET, String.valueOf(offset));
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, Upload upload) {
        return ResponseEntity.status(status)
                .header(RESUMABLE, TusHeaders.VERSION)
                .header("Upload-Expires", date(upload.expiresAt()))
                .cacheControl(CacheControl.noStore());
    }

    private static String date(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    private static TusRefused missing() {
        return new TusRefused(HttpStatus.NOT_FOUND, "uploads.missing");
    }

    private static TusRefused over() {
        return new TusRefused(HttpStatus.GONE, "uploads.missing");
    }

    private static TusRefused tooMuch() {
        return new TusRefused(HttpStatus.CONTENT_TOO_LARGE, "uploads.tooMuch");
    }

    private static TusRefused malformed() {
        return new TusRefused(HttpStatus.BAD_REQUEST, "uploads.protocol");
    }
}
