package org.kith.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.pack.source.Fault;

/// A pack that was written in haste, or in malice: its faults are listed, in a time that does not matter.
class HostilePackTest {
    static final List<String> ALL = SomePack.ALL;

    private static final int TRIES = 60;
    private static final List<String> NASTY = List.of(
            "",
            "\"\"",
            "~",
            "[]",
            "{}",
            "[[[[[[]]]]]]",
            "- -",
            "&a *a",
            "!!java.lang.Runtime x",
            "0x7fffffffffffffff",
            "-1",
            "9".repeat(400),
            "a".repeat(3_000),
            "\u202e\u0000\u0007",
            "\ud83e\udd86\u0301\u0301",
            "'; drop table answer; --",
            "${jndi:ldap://x}",
            "{{{{",
            "'{'",
            "{0, plural, other {#}}",
            "../../etc/passwd",
            "<script>alert(1)</script>");

    @ParameterizedTest
    @FieldSource("ALL")
    @Timeout(120)
    void a_line_gone_doubled_moved_or_spoilt_is_told_or_does_no_harm(String name) {
        // The seed is fixed so that a failure can be looked at again; bin/fuzz searches on.
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
        var pack = SomePack.of(name);
        var files = List.copyOf(pack.files());
        for (var i = 0; i < TRIES; i++) {
            var file = files.get(random.nextInt(files.size()));
            var spoilt = spoilt(pack.text(file), random);

            switch (pack.with(file, spoilt).read()) {
                case PackReading.Loaded(var loaded) ->
                    assertThat(loaded.digest()).hasSize(64);
                case PackReading.Faulty(var faults) ->
                    assertThat(faults).as("%s %s", file, i).isNotEmpty().allMatch(HostilePackTest::isALine);
            }
        }
    }

    static List<String> rules() {
        return List.of(
                "(".repeat(900) + "was_citizen" + ")".repeat(900),
                "!".repeat(1_900) + "was_citizen",
                "-".repeat(1_900) + "1 > 0",
                "[".repeat(900) + "]".repeat(900) + " == []",
                "was_citizen ? ".repeat(130) + "true" + " : true".repeat(130),
                "was_citizen" + " || was_citizen".repeat(130),
                "1" + " + 1".repeat(480) + " > 0",
                "forebear" + ".a".repeat(900),
                "forebear" + "[0]".repeat(600),
                "f(".repeat(600),
                "\"" + "\\u0041".repeat(330),
                "forebear.matches('((a{1000}){1000}){1000}')",
                "forebear.matches('" + "(a|b|ab)*".repeat(150) + "c')",
                "forebear.matches('(a+)+$')",
                "forebear.matches('[')",
                "forebear.matches(forebear)",
                "forebear.matches('(((a{9}|b{9}){9}c){9}){9}')",
                "[1, 2, 3].all(a, [1, 2, 3].all(b, [1, 2, 3].all(c, [1, 2, 3].all(d, a + b + c + d > 0))))",
                "1 / 0 == 1",
                "9223372036854775807 + 1 > 0",
                "duration('1s') > duration('0s')",
                "timestamp(birth_date.earliest) < timestamp('x')",
                "type(was_citizen) == bool",
                "dyn(was_citizen) == 1",
                "\u0000",
                "was_citizen // and so on",
                "b'\\xff' == b'\\xff'");
    }

    @ParameterizedTest
    @MethodSource("rules")
    @Timeout(20)
    void a_rule_of_any_shape_is_refused_or_worked_out_at_once(String rule) {
        var pack = SomePack.utopia()
                .replacing("eligibility.yaml", "rule: was_citizen", "rule: '" + rule.replace("'", "''") + "'");

        var started = System.nanoTime();
        if (pack.read() instanceof PackReading.Loaded(var loaded)) {
            var trace = loaded.eligibility().trace(SomeAnswers.stranger(loaded), java.time.LocalDate.of(2026, 11, 22));
            assertThat(trace.ground("former-citizen")).isPresent();
        } else {
            assertThat(pack.faults()).isNotEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"((a{1000}){1000}){1000}", "(a{900}){900}", "(([a-z]{1,99})?b){200}{9}", "(\\\\({99}){990}"})
    void a_pattern_that_would_fill_the_memory_is_refused(String pattern) {
        assertThat(SomePack.utopia()
                        .replacing(
                                "questions/about-you.yaml",
                                "type: text",
                                "type: text\n        pattern: \"" + pattern + "\"")
                        .faults())
                .hasSize(1)
                .first()
                .asString()
                .contains("the pattern is too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[A-Z]{2} ?[0-9]{6}", "([0-9]{3}-){3}[0-9]{4}", "[]{}]{1,9}", ".{1,200}", "a{2}"})
    void an_ordinary_pattern_is_not_too_large(String pattern) {
        assertThat(SomePack.utopia()
                        .replacing(
                                "questions/about-you.yaml",
                                "type: text",
                                "type: text\n        pattern: \"" + pattern + "\"")
                        .faults())
                .isEmpty();
    }

    @Test
    @Timeout(30)
    void a_file_as_large_as_may_be_is_read_or_refused_at_once() {
        var pack = SomePack.utopia();
        for (var piece : List.of("[", "{a: ", "- ", "a: b\n", "# x\n", "\"\\", "\u05d0", "? ", "'{'")) {
            var large = piece.repeat((1 << 20) / piece.getBytes(UTF_8).length);

            assertThat(pack.with("checks.yaml", large).faults()).isNotEmpty().hasSizeLessThan(2_000);
            assertThat(pack.with("messages/en.yaml", "x: \"" + large + "\"").faults())
                    .isNotEmpty();
        }
    }

    private static boolean isALine(Fault fault) {
        return fault.line() > 0 && fault.toString().lines().count() == 1;
    }

    private static String spoilt(String text, RandomGenerator random) {
        var lines = new ArrayList<>(text.lines().toList());
        var at = random.nextInt(lines.size());
        var line = lines.get(at);
        switch (random.nextInt(7)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            case 3 -> lines.set(at, line.replaceFirst(":.*", ": " + quoteless(random)));
            case 4 -> lines.set(at, " " + line);
            case 5 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
            default -> lines.set(at, line + NASTY.get(random.nextInt(NASTY.size())));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String quoteless(RandomGenerator random) {
        return java.util.regex.Matcher.quoteReplacement(NASTY.get(random.nextInt(NASTY.size())));
    }
}
