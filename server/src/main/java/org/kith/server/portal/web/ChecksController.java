package org.kith.server.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.identity.CheckId;
import org.kith.server.identity.CheckRecords;
import org.kith.server.identity.Receipts;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Shows a person what was checked at their visits, and gives them the signed record of it.
@Controller
class ChecksController {
    /// As media types of signatures in compact form end (RFC 6838 §4.2.8, RFC 7515 §9.2.1).
    private static final MediaType JOSE = MediaType.parseMediaType("application/jose");

    private final Applications applications;
    private final Receipts receipts;
    private final CheckRecords records;

    ChecksController(Applications applications, Receipts receipts, CheckRecords records) {
        this.applications = applications;
        this.receipts = receipts;
        this.records = records;
    }

    @GetMapping("/checks")
    ModelAndView checks(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var application = applications.openOf(person.person());
        var checks = application.map(each -> entries(each, language)).orElse(List.of());
        var reference = application
                .flatMap(Application::filedReference)
                .map(Reference::printed)
                .orElse("");
        return new ModelAndView("portal/checks", "page", new ChecksPage(reference, checks));
    }

    /// The name of the file says nothing of what it is about.
    @GetMapping("/checks/{id}/record")
    ResponseEntity<String> record(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        var record = applications
                .openOf(person.person())
                .flatMap(application -> records.of(application, new CheckId(id)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var disposition = ContentDisposition.attachment().filename("record.jws").build();
        return ResponseEntity.ok()
                .contentType(JOSE)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(record);
    }

    private List<ChecksPage.Entry> entries(Application application, Locale language) {
        return receipts.of(application, language).stream()
                .map(receipt -> new ChecksPage.Entry(
                        receipt, records.of(application, receipt.check()).isPresent()))
                .toList();
    }
}
