package org.kith.server.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kith.server.Mailbox;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.kith.server.account.EnterResult.Entered;
import org.kith.server.account.EnterResult.NoLonger;
import org.kith.server.site.LocalPath;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;

class AccountsTest extends ServerTest {
    @Autowired
    Accounts accounts;

    @Autowired
    SignIn signIn;

    @Autowired
    Vault vault;

    private final String email = "someone-" + UUID.randomUUID() + "@example.org";

    @Test
    void whoever_signs_in_at_once_from_many_sides_has_one_account() throws Exception {
        var opened = atOnce(8, _ -> () -> accounts.open(address(), Locale.ENGLISH));

        assertThat(opened.stream().map(Accounts.Opened::person).distinct()).hasSize(1);
        assertThat(opened.stream().filter(Accounts.Opened::firstTime)).hasSize(1);
    }

    @Test
    void a_link_followed_at_once_from_many_windows_enters_once() throws Exception {
        var asked =
                (AskResult.Asked) signIn.ask(email, Locale.ENGLISH, new LocalPath("/home"), Optional.empty(), "::1");
        var link = Mailbox.of(port, email).link().substring("/sign-in/".length());

        var results = atOnce(
                8, _ -> () -> signIn.follow(link, Optional.of(asked.browser().text())));

        assertThat(results.stream().filter(Entered.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(NoLonger.class::isInstance)).hasSize(7);
    }

    @Test
    void an_address_is_the_same_however_it_is_written() {
        var person = accounts.open(address(), Locale.ENGLISH).person();

        var again =
                accounts.open(EmailAddress.of(email.toUpperCase(Locale.ROOT)).orElseThrow(), Locale.ENGLISH);

        assertThat(again.person()).isEqualTo(person);
    }

    @Test
    void a_person_reads_in_the_language_they_signed_in_with_last() {
        var person = accounts.open(address(), Locale.ENGLISH).person();

        accounts.open(address(), Locale.of("ru"));

        assertThat(accounts.language(person)).isEqualTo(Locale.of("ru"));
        assertThat(accounts.email(person)).contains(email);
    }

    @Test
    void whoever_closed_their_account_is_out_at_the_next_click() {
        var visitor = Visitor.asPerson(port, email);
        assertThat(visitor.get("/home").path()).isEqualTo("/home");

        accounts.close(accounts.open(address(), Locale.ENGLISH).person());

        assertThat(visitor.get("/home").path()).startsWith("/sign-in");
    }

    @Test
    void an_erased_person_who_comes_again_is_a_stranger() {
        var before = accounts.open(address(), Locale.ENGLISH).person();
        vault.erase(before);

        var after = accounts.open(address(), Locale.ENGLISH);

        assertThat(after.firstTime()).isTrue();
        assertThat(after.person()).isNotEqualTo(before);
        assertThat(accounts.email(before)).isEmpty();
    }

    @Test
    void the_address_stands_nowhere_in_the_database() {
        var visitor = Visitor.at(port);
        visitor.get("/sign-in");
        visitor.post("/sign-in", Map.of("email", email));
        var link = Mailbox.of(port, email).link();
        assertThat(holding(email)).isEmpty();
        assertThat(holding(link.substring("/sign-in/".length()))).isEmpty();

        visitor.get(link);
        visitor.post(link, Map.of());

        assertThat(holding(email)).isEmpty();
    }

    @Test
    void a_network_that_asks_too_often_is_told_to_wait() {
        var network =
                "2001:db8:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000)) + ":1::";
        AskResult last = new AskResult.NotAnAddress();
        for (var times = 0; times < 121; times++) {
            var asked = "n" + times + "-" + UUID.randomUUID() + "@example.org";
            last = signIn.ask(asked, Locale.ENGLISH, new LocalPath("/home"), Optional.empty(), network + times);
        }

        assertThat(last).isInstanceOf(AskResult.TooManyFromThere.class);
    }

    /// Every table with a row that holds `value`, as text or as bytes.
    private List<String> holding(String value) {
        var tables = jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
        assertThat(tables).contains("account_address", "outbox", "sign_in_request", "spring_session_attributes");
        var hex = HexFormat.of().formatHex(value.getBytes(UTF_8));
        return tables.stream()
                .filter(table -> jdbc.sql("select exists (select 1 from " + table
                                + " as t where t::text like :text or t::text like :hex)")
                        .param("text", "%" + value + "%")
                        .param("hex", "%" + hex + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private EmailAddress address() {
        return EmailAddress.of(email).orElseThrow();
    }

    private static <T> List<T> atOnce(int many, IntFunction<Callable<T>> work) throws Exception {
        var start = new CyclicBarrier(many);
        try (var threads = Executors.newFixedThreadPool(many)) {
            var tasks = IntStream.range(0, many)
                    .<Callable<T>>mapToObj(number -> () -> {
                        start.await();
                        return work.apply(number).call();
                    })
                    .toList();
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) results.add(future.get());
            return results;
        }
    }
}
