package org.kith.server.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.kith.server.centre.BookingId;

/// What an officer checked at the counter.
///
/// @param officer     the registrar, who may not also decide
/// @param notConfirmed why not; none where the identity was confirmed
/// @param fields      each field of the passport beside what was declared; declared values are left out
/// @param secondWay   what stood in for the face or another point, if anything had to
/// @param differences what is to become of those that differ, if any do
/// @param chipRead    whether the passport's chip was read
/// @param assurance   how surely it says who they are; none where it does not, or was not recorded yet
/// @param points      what was said of the programme's points; none where that was not asked yet
public record IdentityCheck(
        CheckId id,
        ApplicationId application,
        BookingId booking,
        UUID officer,
        UUID centre,
        Instant at,
        @Nullable NotConfirmed notConfirmed,
        List<Comparison> fields,
        @Nullable Judgement document,
        @Nullable Judgement face,
        @Nullable SecondWay secondWay,
        Findings.@Nullable Differences differences,
        boolean photoTaken,
        boolean chipRead,
        @Nullable Assurance assurance,
        List<CheckedPoint> points) {
    public IdentityCheck {
        fields = List.copyOf(fields);
        points = List.copyOf(points);
    }

    public boolean confirmed() {
        return notConfirmed == null;
    }

    /// As the passport said: what differs was written down, and what is the same stands in what was declared.
    public String inPassport(PassportField field, Declared declared) {
        return fields.stream()
                .filter(row -> row.field() == field)
                .map(row -> row.sameness() == Sameness.SAME ? declared.text(field) : row.printed())
                .findFirst()
                .orElse("");
    }

    /// Whether nothing in the passport differs from what was declared.
    public boolean passportMatches() {
        return !fields.isEmpty() && fields.stream().noneMatch(each -> each.sameness() == Sameness.DIFFERS);
    }
}
