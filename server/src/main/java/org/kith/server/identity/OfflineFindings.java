package org.kith.server.identity;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzReader;
import org.kith.credential.mrz.MrzReading;
import org.kith.server.application.Application;
import org.springframework.stereotype.Component;

/// Looks again, where everything is known, at what an officer found offline.
@Component
class OfflineFindings {
    private final PassportComparison passport;
    private final PointsToCheck points;

    OfflineFindings(PassportComparison passport, PointsToCheck points) {
        this.passport = passport;
        this.points = points;
    }

    /// Why it does not count as it was signed, if anything speaks against it.
    Optional<OfflineConflict> hindrance(IdentityCheck check, Application application, String lines) {
        if (!results(check.fields()).equals(results(passport.compare(application, lines)))) {
            return Optional.of(OfflineConflict.COMPARED_OTHERWISE);
        }
        return check.confirmed() && !isComplete(check, application, lines)
                ? Optional.of(OfflineConflict.NOT_COMPLETE)
                : Optional.empty();
    }

    private boolean isComplete(IdentityCheck check, Application application, String lines) {
        var day = LocalDate.ofInstant(check.at(), ZoneOffset.UTC);
        return mrz(lines, day).filter(mrz -> stands(mrz, day)).isPresent()
                && check.document() == Judgement.YES
                && check.face() == Judgement.YES
                && check.photoTaken()
                && points.untouched(application, check.points()).isEmpty()
                && check.points().stream().noneMatch(CheckedPoint::wantsSecondWay)
                && (check.passportMatches() || check.differences() != null);
    }

    private static boolean stands(Mrz mrz, LocalDate day) {
        return mrz.expiry().complete().filter(day::isAfter).isEmpty();
    }

    private static Optional<Mrz> mrz(String lines, LocalDate day) {
        return MrzReader.read(lines, day) instanceof MrzReading.Read(var mrz) ? Optional.of(mrz) : Optional.empty();
    }

    private static EnumMap<PassportField, Sameness> results(List<Comparison> fields) {
        var results = new EnumMap<PassportField, Sameness>(PassportField.class);
        fields.forEach(each -> results.put(each.field(), each.sameness()));
        return results;
    }
}
