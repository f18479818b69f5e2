package org.kith.server.decision;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.kith.pack.eligibility.Trace;
import org.kith.server.application.Application;
import org.kith.server.application.DraftAnswers;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// What the rules say of an application, on the day it was filed: the time that passes here harms nobody.
@Component
class FiledTrace {
    private final DraftAnswers answers;
    private final Programme programme;

    FiledTrace(DraftAnswers answers, Programme programme) {
        this.answers = answers;
        this.programme = programme;
    }

    Trace of(Application application) {
        var filed = Objects.requireNonNull(application.filedAt(), "a draft is not judged");
        var day = LocalDate.ofInstant(filed, ZoneOffset.UTC);
        return programme.version(application.pack()).eligibility().trace(answers.of(application), day);
    }
}
