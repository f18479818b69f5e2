package org.kith.server.desk.web;

import java.util.List;
import org.kith.pack.text.Texts;
import org.kith.server.application.Application;
import org.kith.server.programme.Programme;
import org.kith.server.talk.HeldTalk;
import org.kith.server.talk.TalkRules;
import org.kith.server.talk.Talks;
import org.springframework.stereotype.Component;

/// Gathers the talks of a case for whoever decides it.
@Component
class CaseTalks {
    private final Talks talks;
    private final TalkRules rules;
    private final TalkMarkPages pages;
    private final Programme programme;

    CaseTalks(Talks talks, TalkRules rules, TalkMarkPages pages, Programme programme) {
        this.talks = talks;
        this.rules = rules;
        this.pages = pages;
        this.programme = programme;
    }

    CaseTalksView of(Application application) {
        var pack = programme.version(application.pack());
        var texts = pack.messages().english();
        var visit = rules.of(application);
        var passed = visit.filter(each -> rules.isPassed(application, each)).isPresent();
        var instead =
                visit.filter(each -> rules.hasCertificate(application, each)).isPresent();
        return new CaseTalksView(
                visit.isPresent(),
                passed || instead,
                instead && !passed,
                talks.of(application).stream()
                        .map(talk -> row(talk, application, texts))
                        .toList());
    }

    private CaseTalksView.Row row(HeldTalk talk, Application application, Texts texts) {
        var visit = programme
                .version(application.pack())
                .visits()
                .find(talk.visit())
                .orElseThrow();
        return new CaseTalksView.Row(
                texts.text(visit.titleKey()),
                talk.day(),
                talk.state(),
                talk.state().isClosed() ? pages.sheets(talk, visit, texts) : List.of());
    }
}
