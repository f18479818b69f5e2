package org.kith.server.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.server.account.AskResult.Asked;
import org.kith.server.account.AskResult.NotAnAddress;
import org.kith.server.account.AskResult.TooManyFromThere;
import org.kith.server.account.EnterResult.Entered;
import org.kith.server.account.EnterResult.NoLonger;
import org.kith.server.account.EnterResult.OtherBrowser;
import org.kith.server.account.EnterResult.WrongCode;
import org.kith.server.account.SignInRequests.Request;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.notify.Outbox;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.LinkSecret;
import org.kith.server.site.LocalPath;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Signing in by a link in a mail (§7.8): fifteen minutes, once, and only in the browser that asked, or with a code
/// typed there. Asking does the same work for every address; whether it has an account shows only to who reads it.
@Service
public class SignIn {
    public static final Duration VALID = Duration.ofMinutes(15);

    private final SignInRequests requests;
    private final SignInRates rates;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Journal journal;
    private final BaseUrl base;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignIn(
            SignInRequests requests,
            SignInRates rates,
            Accounts accounts,
            Outbox outbox,
            Journal journal,
            BaseUrl base,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.rates = rates;
        this.accounts = accounts;
        this.outbox = outbox;
        this.journal = journal;
        this.base = base;
        this.events = events;
        this.clock = clock;
    }

    /// Sends a link to an address.
    ///
    /// @param before  what the browser is known by, if it asked before
    /// @param network where the request came from, as an IP address
    @Transactional
    public AskResult ask(String typed, Locale language, LocalPath next, Optional<String> before, String network) {
        var address = EmailAddress.of(typed);

        if (address.isEmpty()) return new NotAnAddress();
        if (rates.tooManyFrom(network)) return new TooManyFromThere();

        var browser = before.filter(requests::isLive).map(LinkSecret::new).orElseGet(() -> LinkSecret.fresh(random));
        // Silently: an answer of its own would show that someone else asked for this address.
        if (rates.tooManyTo(address.get())) return new Asked(browser);

        var link = LinkSecret.fresh(random);
        var until = clock.instant().plus(VALID);
        requests.add(new Request(address.get(), language, next), link, browser, until);
        outbox.sendLink(address.get().value(), language, base.link("/sign-in/" + link.text()), until);
        return new Asked(browser);
    }

    /// What a link would do in this browser, without doing it: mail scanners follow links too.
    @Transactional(readOnly = true)
    public Optional<EnterResult> look(String link, Optional<String> browser) {
        var found = requests.find(link);
        if (found.isEmpty()) return Optional.of(new NoLonger());
        if (browser.filter(found.get()::askedBy).isEmpty()) return Optional.of(new OtherBrowser(SignInCode.of(link)));
        return Optional.empty();
    }

    /// Follows a link in earnest.
    @Transactional
    public EnterResult follow(String link, Optional<String> browser) {
        var found = requests.lock(link);

        if (found.isEmpty()) return new NoLonger();
        if (browser.filter(found.get()::askedBy).isEmpty()) return new OtherBrowser(SignInCode.of(link));

        return enter(found.get());
    }

    /// Takes the code that the link showed in another browser.
    @Transactional
    public EnterResult type(String code, Optional<String> browser) {
        var asked = browser.map(requests::lockAll).orElse(List.of());
        if (asked.isEmpty()) return new NoLonger();

        var meant = asked.stream().filter(request -> request.hasCode(code)).findFirst();
        if (meant.isEmpty()) {
            requests.countWrongCode(asked);
            return new WrongCode();
        }
        return enter(meant.get());
    }

    private EnterResult enter(SignInRequests.Found found) {
        var request = requests.use(found);
        if (request.isEmpty()) return new NoLonger();

        var opened = accounts.open(request.get().address(), request.get().language());
        record(opened);
        events.publishEvent(new PersonSignedIn(opened.person(), opened.firstTime()));
        return new Entered(opened.person(), request.get().next());
    }

    private void record(Accounts.Opened opened) {
        var person = opened.person();
        var account = new Case(CaseKind.ACCOUNT, person.value());
        if (opened.firstTime()) journal.record(Deed.ACCOUNT_OPENED, Actor.of(person), person, account);
        journal.record(Deed.SIGNED_IN, Actor.of(person), person, account);
    }
}
