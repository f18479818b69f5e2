package org.kith.server.family;

import java.util.Optional;
import org.kith.pack.question.Answers;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Topic;
import org.kith.pack.question.Value;
import org.kith.server.application.Application;
import org.kith.server.application.BeforeSending;
import org.kith.server.family.Consent.Voice;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// Sees to it that children apply through a guardian who consents, and grown people for themselves.
@Component
class BeforeSendingFamily implements BeforeSending {
    private final Children children;
    private final GuardianConsent consent;
    private final OfAge ofAge;
    private final Programme programme;

    BeforeSendingFamily(Children children, GuardianConsent consent, OfAge ofAge, Programme programme) {
        this.children = children;
        this.consent = consent;
        this.ofAge = ofAge;
        this.programme = programme;
    }

    @Override
    public Optional<String> objection(Application draft, Answers given) {
        var child = children.find(draft.person());
        var born = born(draft, given);
        if (child.isEmpty() || ofAge.isOfAge(child.get().born())) {
            // A date that a document leaves open is read in favour of whoever may be of age.
            return born.filter(date -> !ofAge.isOfAge(date.earliest()))
                    .map(_ -> childrenMayApply(draft) ? "family.sending.needs-guardian" : "family.sending.adults-only");
        }
        if (born.filter(date -> ofAge.isOfAge(date.latest())).isPresent()) {
            return Optional.of("family.sending.not-a-child");
        }
        var other = born.filter(date -> child.get().born().isBefore(date.earliest())
                || child.get().born().isAfter(date.latest()));
        if (other.isPresent()) return Optional.of("family.sending.birth-differs");

        var signed = consent.of(draft.person()).stream()
                .flatMap(each -> each.voices().stream())
                .filter(Voice::acts)
                .anyMatch(Voice::isYes);
        return signed ? Optional.empty() : Optional.of("family.sending.consent");
    }

    private boolean childrenMayApply(Application draft) {
        return programme.version(draft.pack()).programme().guardians().isPresent();
    }

    private Optional<PartialDate> born(Application draft, Answers given) {
        return programme.version(draft.pack()).questions().all().stream()
                .filter(question -> question.topic() == Topic.BIRTH)
                .flatMap(question -> given.to(question.id(), Value.Day.class).stream())
                .map(Value.Day::date)
                .findFirst();
    }
}
