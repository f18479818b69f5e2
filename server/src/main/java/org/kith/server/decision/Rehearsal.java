package org.kith.server.decision;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.kith.server.decision.Decisions.Foretold;
import org.kith.server.decision.UnsentLetters.Unsent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// A decision is first rehearsed: all of it is done, its letter read, and all of it undone. What officers see before
/// they
/// send is what will go, to the letter, and every refusal comes before it too.
@Component
public class Rehearsal {
    private final Decisions decisions;
    private final DecisionLetters letters;
    private final UnsentLetters kept;
    private final TransactionTemplate transaction;

    Rehearsal(Decisions decisions, DecisionLetters letters, UnsentLetters kept, TransactionTemplate transaction) {
        this.decisions = decisions;
        this.letters = letters;
        this.kept = kept;
        this.transaction = transaction;
    }

    /// What came of it.
    ///
    /// @param letter that went or would go; nothing where nothing is decided
    public record Played<R>(R result, Optional<Shown> letter, boolean sent) {}

    /// A letter as an officer sees it before it goes.
    public record Shown(DecisionId id, DecisionNumber number, DecisionLetter letter) {}

    /// Does a deed, and undoes it.
    ///
    /// @param made which decision a result of the deed brings
    public <R> Played<R> of(Supplier<R> deed, Function<R, Optional<Decision>> made) {
        return within(decisions.foretold(), status -> play(status, deed, made, _ -> false));
    }

    /// Does in earnest what was rehearsed, if its letter is still the one that was seen; else it is undone, and its
    /// letter
    /// is to be looked at anew. What brings no letter changes nothing either way.
    ///
    /// @param seen seal of the letter that was seen
    /// @return nothing where the letter went before: a second press does nothing
    public <R> Optional<Played<R>> send(
            Unsent unsent, String seen, Supplier<R> deed, Function<R, Optional<Decision>> made) {
        return within(
                new Foretold(unsent.id(), unsent.number()),
                status -> kept.take(unsent)
                        ? Optional.of(
                                play(status, deed, made, letter -> letter.seal().equals(seen)))
                        : Optional.empty());
    }

    /// The same for a proposal that a second officer signs.
    public <R> Played<R> sign(Decision proposal, String seen, Supplier<R> deed, Function<R, Optional<Decision>> made) {
        return within(
                new Foretold(proposal.id(), proposal.number()),
                status -> play(status, deed, made, letter -> letter.seal().equals(seen)));
    }

    private <T> T within(Foretold foretold, Function<TransactionStatus, T> what) {
        return ScopedValue.where(Decisions.FORETOLD, foretold).call(() -> transaction.execute(what::apply));
    }

    private <R> Played<R> play(
            TransactionStatus status,
            Supplier<R> deed,
            Function<R, Optional<Decision>> made,
            Predicate<DecisionLetter> isToGo) {
        var result = deed.get();
        var shown = made.apply(result)
                .flatMap(decision ->
                        letters.of(decision).map(letter -> new Shown(decision.id(), decision.number(), letter)));
        var goes = shown.filter(each -> isToGo.test(each.letter())).isPresent();
        if (!goes) status.setRollbackOnly();
        return new Played<>(result, shown, goes);
    }
}
