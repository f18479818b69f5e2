package org.kith.server.inquiry;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.pack.programme.Check;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.DraftAnswers;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Code;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.identity.IdentityConfirmed;
import org.kith.server.inquiry.Askings.Asking;
import org.kith.server.inquiry.Found.Words;
import org.kith.server.inquiry.RecipientAnswer.Answered;
import org.kith.server.inquiry.RecipientAnswer.NotKnown;
import org.kith.server.inquiry.SignedAnswer.Sent;
import org.kith.server.programme.Programme;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks other offices what the programme wants known, once a registrar has confirmed who the person is: nobody's
/// answers
/// leave before. What is sent is what the pack lists and the person read before they filed. No connection to the
/// database is held while an answer is waited for.
@Component
class AskRecipients {
    private static final int AT_ONCE = 20;
    private static final Duration MEANWHILE = Duration.ofMinutes(2);
    /// How long after each failure it is asked again. Then it waits for an officer.
    private static final List<Duration> AGAIN = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1));

    private final Askings askings;
    private final Inquiries inquiries;
    private final Recipient recipient;
    private final Applications applications;
    private final DraftAnswers answers;
    private final Programme programme;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AskRecipients(
            Askings askings,
            Inquiries inquiries,
            Recipient recipient,
            Applications applications,
            DraftAnswers answers,
            Programme programme,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.askings = askings;
        this.inquiries = inquiries;
        this.recipient = recipient;
        this.applications = applications;
        this.answers = answers;
        this.programme = programme;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(IdentityConfirmed confirmed) {
        var application =
                applications.find(new ApplicationId(confirmed.applicationId())).orElseThrow();
        programme.version(application.pack()).checks().stream()
                .filter(check -> check.kind() == Check.Kind.HTTP)
                .forEach(check -> askings.begin(application.id(), check.id(), clock.instant()));
    }

    @Scheduled(initialDelay = 20, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void round() {
        var due = askings.take(clock.instant(), MEANWHILE, AT_ONCE);
        due.forEach(this::ask);
    }

    private void ask(Asking asking) {
        var application = applications.find(asking.application()).orElseThrow();
        var check = inquiries.check(application, asking.code());
        if (application.stage().isClosed()
                || check.isEmpty()
                || check.get().request().isEmpty()) {
            askings.end(asking.application(), asking.code());
            return;
        }
        var request = check.get().request().get();
        var nonce = new byte[32];
        random.nextBytes(nonce);
        var sent = new Sent(asking.code(), asking.run().toString(), Base64Url.write(nonce));
        var body = body(application, check.get(), request, sent);
        journal.record(
                Deed.CHECK_ASKED,
                Actor.house(),
                application.person(),
                application.id().asCase(),
                Details.of(Detail.CHECK, new Code(asking.code()))
                        .and(Detail.RECIPIENT, code(request.recipientKey()))
                        .and(Detail.PURPOSE, code(check.get().purposeKey())));

        var answer = recipient.ask(request, body, sent);
        transaction.executeWithoutResult(_ -> keep(application, asking, answer));
    }

    private void keep(Application application, Asking asking, RecipientAnswer answer) {
        if (!askings.hold(asking)) return;

        switch (answer) {
            case Answered(var outcome, var words) -> {
                askings.end(application.id(), asking.code());
                add(application, asking, new Found(outcome, null, null, clock.instant(), words));
            }
            case NotKnown(var why) -> {
                if (asking.tries() > AGAIN.size()) askings.end(application.id(), asking.code());
                else askings.again(asking, clock.instant().plus(AGAIN.get(asking.tries() - 1)));
                if (isNews(application, asking.code(), why)) {
                    add(application, asking, new Found(Outcome.UNKNOWN, null, why, clock.instant(), Words.NONE));
                }
            }
        }
    }

    private void add(Application application, Asking asking, Found found) {
        inquiries.add(application, asking.code(), found);
        journal.record(
                Deed.CHECK_ANSWERED,
                Actor.house(),
                application.person(),
                application.id().asCase(),
                Details.of(Detail.CHECK, new Code(asking.code())).and(Detail.RESULT, found.outcome()));
    }

    /// The same failure again and again is written down once.
    private boolean isNews(Application application, String code, WhyUnknown why) {
        return inquiries.of(application).stream()
                .filter(inquiry -> inquiry.check().id().equals(code))
                .flatMap(inquiry -> inquiry.newest().stream())
                .noneMatch(last -> last.failure() == why);
    }

    private byte[] body(Application application, Check check, Check.Request request, Sent sent) {
        var pack = programme.version(application.pack());
        var texts = pack.messages().in(Locale.ENGLISH.toLanguageTag());
        var given = answers.of(application);
        var fields = new LinkedHashMap<String, Object>();
        for (var question : request.answers()) {
            given.to(question).ifPresent(value -> fields.put(question, value.neutral()));
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("check", sent.check());
        body.put("case", sent.run());
        body.put("nonce", sent.nonce());
        body.put("purpose", texts.text(check.purposeKey()));
        body.put("law", texts.text(request.lawKey()));
        body.put("answers", Map.copyOf(fields));
        return Json.write(body);
    }

    private static Code code(String key) {
        var small = key.toLowerCase(Locale.ROOT);
        return new Code(small.length() > 60 ? small.substring(0, 60) : small);
    }
}
