package org.kith.credential.mrz.optical;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzReader;
import org.kith.credential.mrz.MrzReading;

/// Where letter and digit look alike, lets the check digits decide: one exchange that makes all of them right, and only
/// one, is what was printed. Two exchanges are tried where none does, and no more: with enough of them any digit fits.
final class CheckDigitRepair {
    private static final List<String> ALIKE = List.of("0O", "1I", "8B");

    private final List<SeenLine> lines;
    private final LocalDate today;

    private CheckDigitRepair(List<SeenLine> lines, LocalDate today) {
        this.lines = lines;
        this.today = today;
    }

    static Optional<Mrz> read(List<SeenLine> lines, LocalDate today) {
        return new CheckDigitRepair(lines, today).read();
    }

    /// @param at   its place in all lines together
    private record Exchange(int at, char letter) {}

    private Optional<Mrz> read() {
        var seen = String.join("", lines.stream().map(SeenLine::text).toList());
        var asSeen = parsed(seen);
        if (asSeen.isPresent()) return asSeen;

        var exchanges = exchanges();
        var once = new LinkedHashSet<Mrz>();
        for (var exchange : exchanges) parsed(with(seen, exchange)).ifPresent(once::add);
        if (!once.isEmpty()) return only(once);

        var twice = new LinkedHashSet<Mrz>();
        for (var i = 0; i < exchanges.size(); i++) {
            for (var j = i + 1; j < exchanges.size(); j++) {
                if (exchanges.get(i).at() == exchanges.get(j).at()) continue;
                parsed(with(with(seen, exchanges.get(i)), exchanges.get(j))).ifPresent(twice::add);
            }
        }
        return only(twice);
    }

    private static Optional<Mrz> only(Set<Mrz> readings) {
        return readings.size() == 1 ? readings.stream().findFirst() : Optional.empty();
    }

    private List<Exchange> exchanges() {
        var exchanges = new ArrayList<Exchange>();
        var at = 0;
        for (var line : lines) {
            for (var letter : line.letters()) {
                for (var pair : ALIKE) {
                    var which = pair.indexOf(letter.letter());
                    if (which < 0) continue;
                    var other = pair.charAt(1 - which);
                    if (letter.others().indexOf(other) >= 0) exchanges.add(new Exchange(at, other));
                }
                at++;
            }
        }
        return exchanges;
    }

    private static String with(String text, Exchange exchange) {
        return text.substring(0, exchange.at()) + exchange.letter() + text.substring(exchange.at() + 1);
    }

    private Optional<Mrz> parsed(String text) {
        var width = lines.getFirst().letters().size();
        var broken = new StringBuilder(text);
        for (var at = text.length() - width; at > 0; at -= width) broken.insert(at, '\n');
        return MrzReader.read(broken.toString(), today) instanceof MrzReading.Read(var mrz)
                ? Optional.of(mrz)
                : Optional.empty();
    }
}
