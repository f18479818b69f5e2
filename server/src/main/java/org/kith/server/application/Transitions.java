package org.kith.server.application;

import static org.kith.server.application.Party.*;
import static org.kith.server.application.Stage.*;
import static org.kith.server.application.Step.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The one table of what may happen to an application, and who may do it. What is not here cannot happen.
public final class Transitions {
    private static final List<Transition> TABLE = List.of(
            new Transition(DRAFT, SUBMIT, SUBMITTED, Set.of(APPLICANT)),
            new Transition(SUBMITTED, BOOK, BOOKED, Set.of(APPLICANT)),
            new Transition(BOOKED, CANCEL_BOOKING, SUBMITTED, Set.of(APPLICANT, CENTRE_MANAGER)),
            new Transition(BOOKED, MISS, SUBMITTED, Set.of(REGISTRAR, SYSTEM)),
            new Transition(BOOKED, CONFIRM_IDENTITY, IDENTITY_CONFIRMED, Set.of(REGISTRAR)),
            new Transition(BOOKED, NOT_CONFIRM, SUBMITTED, Set.of(REGISTRAR)),
            new Transition(IDENTITY_CONFIRMED, TAKE_UP, UNDER_REVIEW, Set.of(CASEWORKER)),
            new Transition(UNDER_REVIEW, ASK_MORE, MORE_ASKED, Set.of(CASEWORKER)),
            new Transition(MORE_ASKED, GIVE_MORE, UNDER_REVIEW, Set.of(APPLICANT)),
            // Nobody is refused unheard: first a notice, and time to answer it.
            new Transition(UNDER_REVIEW, ANNOUNCE_REFUSAL, REFUSAL_ANNOUNCED, Set.of(CASEWORKER)),
            new Transition(REFUSAL_ANNOUNCED, ANSWER_NOTICE, UNDER_REVIEW, Set.of(APPLICANT)),
            // Silence ends nothing: the caseworker goes on with what is there.
            new Transition(MORE_ASKED, GO_ON, UNDER_REVIEW, Set.of(SYSTEM)),
            new Transition(REFUSAL_ANNOUNCED, GO_ON, UNDER_REVIEW, Set.of(SYSTEM)),
            new Transition(UNDER_REVIEW, PROPOSE_APPROVAL, APPROVAL_PROPOSED, Set.of(CASEWORKER)),
            new Transition(APPROVAL_PROPOSED, SEND_BACK, UNDER_REVIEW, Set.of(SECOND_OFFICER)),
            new Transition(APPROVAL_PROPOSED, APPROVE, APPROVED, Set.of(SECOND_OFFICER)),
            new Transition(UNDER_REVIEW, APPROVE, APPROVED, Set.of(CASEWORKER)),
            new Transition(DRAFT, LAPSE, LAPSED, Set.of(SYSTEM)),
            new Transition(SUBMITTED, LAPSE, LAPSED, Set.of(SYSTEM)),
            new Transition(REFUSAL_ANNOUNCED, WITHDRAW_NOTICE, UNDER_REVIEW, Set.of(CASEWORKER)),
            // Only from here, where a case comes back to once its person was heard.
            new Transition(UNDER_REVIEW, REFUSE, REFUSED, Set.of(CASEWORKER)),
            new Transition(UNDER_REVIEW, PROPOSE_REFUSAL, REFUSAL_PROPOSED, Set.of(CASEWORKER)),
            new Transition(REFUSAL_PROPOSED, SEND_BACK, UNDER_REVIEW, Set.of(SECOND_OFFICER)),
            new Transition(REFUSAL_PROPOSED, REFUSE, REFUSED, Set.of(SECOND_OFFICER)),
            new Transition(REFUSED, APPEAL, APPEALED, Set.of(APPLICANT)),
            new Transition(REFUSED, CLOSE, REFUSAL_FINAL, Set.of(SYSTEM)),
            new Transition(APPEALED, UPHOLD, REFUSAL_FINAL, Set.of(APPEALS)),
            new Transition(APPEALED, OVERTURN, APPROVED, Set.of(APPEALS)),
            new Transition(APPEALED, REMIT, UNDER_REVIEW, Set.of(APPEALS)),
            new Transition(APPEALED, PROPOSE_ON_APPEAL, APPEAL_PROPOSED, Set.of(APPEALS)),
            new Transition(APPEAL_PROPOSED, SEND_BACK, APPEALED, Set.of(SECOND_OFFICER)),
            new Transition(APPEAL_PROPOSED, UPHOLD, REFUSAL_FINAL, Set.of(SECOND_OFFICER)),
            new Transition(APPEAL_PROPOSED, OVERTURN, APPROVED, Set.of(SECOND_OFFICER)));

    private Transitions() {}

    /// Where a step leads, if it may be taken from there by that party.
    static Optional<Stage> after(Stage from, Step step, Party by) {
        return all().filter(row ->
                        row.from() == from && row.step() == step && row.who().contains(by))
                .map(Transition::to)
                .findFirst();
    }

    /// Every row; a person may withdraw for as long as nothing is decided, and while an appeal is heard.
    static Stream<Transition> all() {
        var withdrawals = Stream.of(Stage.values())
                .filter(Stage::mayBeWithdrawn)
                .map(stage -> new Transition(stage, WITHDRAW, WITHDRAWN, Set.of(APPLICANT)));
        return Stream.concat(TABLE.stream(), withdrawals);
    }

    record Transition(Stage from, Step step, Stage to, Set<Party> who) {}
}
