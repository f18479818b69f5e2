package org.kith.server.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.credential.emrtd.MasterList;
import org.kith.credential.emrtd.MasterList.Csca;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes over the certificates of states from a master list. Who vouches for the list was compared once, by a person.
@Service
public class StatesImport {
    private static final UUID HOUSE = new UUID(0, 0);

    private final TrustedPassports trusted;
    private final Journal journal;
    private final Clock clock;

    StatesImport(TrustedPassports trusted, Journal journal, Clock clock) {
        this.trusted = trusted;
        this.journal = journal;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Result {
        /// The publisher's list is believed from now on, instead of the one before.
        ///
        /// @param publisher two letters of the state that published it
        /// @param unusable  certificates on it that cannot be read, or are not of a state
        record Imported(String publisher, int added, int known, int gone, int unusable) implements Result {}

        /// Nobody has confirmed the certificate that vouches for it.
        ///
        /// @param anchor that certificate, if it came along
        record NotConfirmed(Optional<Csca> anchor) implements Result {}

        /// The list is not what its signer signed.
        record SignatureWrong() implements Result {}

        /// Its signer's time is over, or has not begun, or it may not sign lists.
        record SignerNotEntitled() implements Result {}

        /// It is no master list.
        record Unreadable(String fault) implements Result {}
    }

    /// Imports a list; importing it again changes nothing.
    ///
    /// @param confirmed the fingerprint that the operator compared, if they give one
    @Transactional
    public Result take(byte[] file, @Nullable String confirmed) {
        var anchors = trusted.anchors();
        if (confirmed != null) anchors.add(confirmed);
        return switch (MasterList.read(file, anchors, clock.instant())) {
            case MasterList.Result.Unreadable(var fault) -> new Result.Unreadable(fault);
            case MasterList.Result.SignatureWrong() -> new Result.SignatureWrong();
            case MasterList.Result.SignerNotEntitled() -> new Result.SignerNotEntitled();
            case MasterList.Result.NotConfirmed(var anchor) -> new Result.NotConfirmed(anchor);
            case MasterList.Result.Verified verified -> keep(file, verified);
        };
    }

    private Result keep(byte[] file, MasterList.Result.Verified verified) {
        var digest = SignedForm.digest(file);
        var publisher = verified.anchor().country();
        trusted.confirm(verified.anchor().fingerprint());
        var change = trusted.replace(publisher, digest, verified.certificates());
        journal.record(
                Deed.STATES_IMPORTED,
                Actor.house(),
                new Case(CaseKind.HOUSE, HOUSE),
                Details.of(Detail.COUNT, verified.certificates().size()).and(Detail.DIGEST, SignedForm.code(digest)));
        return new Result.Imported(publisher, change.added(), change.known(), change.gone(), verified.unusable());
    }
}
