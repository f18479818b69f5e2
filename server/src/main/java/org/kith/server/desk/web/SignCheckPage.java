package org.kith.server.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.server.identity.Assurance;
import org.kith.server.identity.Hindrance;
import org.kith.server.identity.Judgement;
import org.kith.server.identity.NotConfirmed;
import org.kith.server.identity.PassportField;
import org.kith.server.identity.SecondWay;

/// What an officer is about to sign, in words, before their passkey asks them.
///
/// @param name      in the person's own script
/// @param latin     as the passport spells it
/// @param reason    why the identity is not confirmed; none where it is
/// @param points    what was said of the programme's points
/// @param differing fields of the passport that differ from what was declared
/// @param part      whose turn it is
/// @param options   what the browser's passkey needs
/// @param standIn   whether the demonstration can sign
/// @param refused   whether the last try was not accepted
public record SignCheckPage(
        String booking,
        String reference,
        String name,
        String latin,
        @Nullable NotConfirmed reason,
        @Nullable Judgement document,
        @Nullable Judgement face,
        @Nullable SecondWay secondWay,
        @Nullable Assurance assurance,
        List<Said> points,
        List<PassportField> differing,
        boolean compared,
        boolean photo,
        boolean chip,
        Part part,
        String options,
        boolean standIn,
        boolean refused) {
    /// What was said of one of the programme's points.
    public record Said(String title, @Nullable Hindrance because) {}

    /// Whose turn it is to sign.
    public enum Part {
        /// The officer at the counter.
        FIRST,
        /// The officer at the counter has to wait for a colleague.
        WAITS,
        /// A colleague, who looks for themselves.
        SECOND,
        /// A colleague who has signed.
        SECOND_DONE
    }
}
