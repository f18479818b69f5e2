package org.kith.server.identity;

import java.time.Instant;
import java.util.List;
import org.kith.credential.mrz.Mrz;

/// What is known of a passport's chip, and who proved it.
///
/// @param passive    whether its state signed what it says, as this server found
/// @param active     whether it is no copy, as this server found by a challenge of its own
/// @param chip       whether it is no copy, as the reader beside the officer says
/// @param country    two letters of the state that vouches for it; empty unless genuine
/// @param csca       SHA-256 of that state's certificate; empty unless genuine
/// @param sod        SHA-256 of what the state signed
/// @param lines      its machine readable lines; none unless genuine
/// @param unshown    whether it has a portrait in a form that is not shown here
public record ChipReading(
        Passive passive,
        Active active,
        Said chip,
        String country,
        String csca,
        String sod,
        List<String> lines,
        boolean unshown,
        Instant at) {
    public ChipReading {
        lines = List.copyOf(lines);
    }

    /// As [org.kith.credential.emrtd.PassiveResult] tells them apart.
    public enum Passive {
        GENUINE,
        UNREADABLE,
        INCOMPLETE,
        ALTERED,
        SIGNATURE_WRONG,
        UNKNOWN_STATE,
        SIGNER_EXPIRED,
        SIGNER_NOT_ENTITLED
    }

    /// What came of the server's challenge.
    public enum Active {
        PROVEN,
        FAILED,
        NOT_OFFERED,
        /// Nothing is believed of a chip that is not genuine.
        NOT_JUDGED
    }

    /// What a reader says. Nobody but the reader can know.
    public enum Said {
        PROVEN,
        FAILED,
        NOT_OFFERED
    }

    /// Whether it may be counted as read: signed by a trusted state, no copy as far as it can tell, and of this
    /// passport.
    public boolean proves(Mrz printed) {
        return passive == Passive.GENUINE && !isCopy() && lines.equals(printed.lines());
    }

    /// Whether it speaks against the passport. A state that is not known, or a signer whose time is over, does not.
    public boolean contradicts(Mrz printed) {
        return isForged() || (passive == Passive.GENUINE && !lines.equals(printed.lines()));
    }

    /// Whether what it says was changed, or it is a copy.
    public boolean isForged() {
        return passive == Passive.ALTERED || passive == Passive.SIGNATURE_WRONG || isCopy();
    }

    private boolean isCopy() {
        return active == Active.FAILED || chip == Said.FAILED;
    }
}
