package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.Optional;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Drafting;
import org.kith.server.application.Stage;
import org.kith.server.application.Withdrawal;
import org.kith.server.application.WithdrawalResult.NothingToWithdraw;
import org.kith.server.application.WithdrawalResult.Withdrawn;
import org.kith.server.identity.DeleteDraft;
import org.kith.server.programme.Programme;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Deleting a draft, and withdrawing an application: what it means, one button, what is done.
@Controller
class LeavingController {
    private final Applications applications;
    private final Drafting drafting;
    private final DeleteDraft delete;
    private final Withdrawal withdrawal;
    private final Programme programme;

    LeavingController(
            Applications applications,
            Drafting drafting,
            DeleteDraft delete,
            Withdrawal withdrawal,
            Programme programme) {
        this.applications = applications;
        this.drafting = drafting;
        this.delete = delete;
        this.withdrawal = withdrawal;
        this.programme = programme;
    }

    @GetMapping("/apply/delete")
    ModelAndView askDelete(@AuthenticationPrincipal SignedInPerson person) {
        return open(person)
                .filter(application -> application.stage() == Stage.DRAFT)
                .map(_ -> new ModelAndView("portal/delete-draft"))
                .orElseGet(() -> new ModelAndView("redirect:/home"));
    }

    @PostMapping("/apply/delete")
    ModelAndView delete(@AuthenticationPrincipal SignedInPerson person) {
        var gone = delete.of(person.person()) || open(person).isEmpty();
        return new ModelAndView(gone ? "redirect:/apply/deleted" : "redirect:/home");
    }

    @GetMapping("/apply/deleted")
    ModelAndView deleted() {
        return new ModelAndView("portal/draft-deleted");
    }

    @GetMapping("/home/withdraw")
    ModelAndView askWithdraw(@AuthenticationPrincipal SignedInPerson person) {
        return open(person)
                .filter(application -> application.stage() != Stage.DRAFT
                        && application.stage().mayBeWithdrawn())
                .map(application -> new ModelAndView("portal/withdraw", "page", page(application)))
                .orElseGet(() -> new ModelAndView("redirect:/home"));
    }

    @PostMapping("/home/withdraw")
    ModelAndView withdraw(@AuthenticationPrincipal SignedInPerson person) {
        return switch (withdrawal.withdraw(person.person())) {
            case Withdrawn() -> new ModelAndView("redirect:/home/withdrawn");
            // A second press of the button finds nothing any more.
            case NothingToWithdraw() ->
                new ModelAndView(open(person).isEmpty() ? "redirect:/home/withdrawn" : "redirect:/home");
        };
    }

    @GetMapping("/home/withdrawn")
    ModelAndView withdrawn() {
        return new ModelAndView("portal/withdrawn");
    }

    private WithdrawPage page(Application application) {
        var limits = programme.version(application.pack()).programme().limits();
        LocalDate today = drafting.today();
        return new WithdrawPage(
                application.filedReference().orElseThrow().printed(),
                application.stage() == Stage.BOOKED,
                today.plus(limits.papersKept()),
                today.plus(limits.photosKept()));
    }

    private Optional<Application> open(SignedInPerson person) {
        return applications.openOf(person.person());
    }
}
