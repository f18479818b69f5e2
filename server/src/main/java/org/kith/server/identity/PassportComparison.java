package org.kith.server.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzReader;
import org.kith.credential.mrz.MrzReading;
import org.kith.server.application.Application;
import org.kith.server.application.DraftAnswers;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Service;

/// Lays the lines of the passport on the counter beside what its holder declared.
@Service
public class PassportComparison {
    private final DraftAnswers answers;
    private final Programme programme;
    private final Clock clock;

    PassportComparison(DraftAnswers answers, Programme programme, Clock clock) {
        this.answers = answers;
        this.programme = programme;
        this.clock = clock;
    }

    public Declared declared(Application application) {
        return Declared.in(answers.of(application), programme.version(application.pack()));
    }

    public MrzReading read(String lines) {
        return MrzReader.read(lines, today());
    }

    /// Field by field; nothing while the lines cannot be read.
    public List<Comparison> compare(Application application, String lines) {
        return mrz(lines).map(mrz -> Comparison.of(declared(application), mrz)).orElse(List.of());
    }

    /// The lines, if they can be read.
    Optional<Mrz> mrz(String lines) {
        return read(lines) instanceof MrzReading.Read(var mrz) ? Optional.of(mrz) : Optional.empty();
    }

    boolean hasRunOut(Mrz mrz) {
        return mrz.expiry().complete().filter(today()::isAfter).isPresent();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
