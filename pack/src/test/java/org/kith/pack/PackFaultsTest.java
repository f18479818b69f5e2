package org.kith.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each fault alone in Utopia's pack: named with its file, its line and its mend, and nothing else told.
class PackFaultsTest {
    private static final String PROGRAMME = "programme.yaml";
    private static final String ELIGIBILITY = "eligibility.yaml";
    private static final String ABOUT_YOU = "questions/about-you.yaml";
    private static final String FAMILY = "questions/family.yaml";
    private static final String TIE = "questions/tie.yaml";
    private static final String ROLLOUT = "rollout.yaml";
    private static final String EVIDENCE = "evidence.yaml";
    private static final String CHECKS = "checks.yaml";
    private static final String CARD = "credentials/card.yaml";

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource
    void every_fault_is_named_with_its_line_and_its_mend(String file, String right, String wrong, String told) {
        var pack = SomePack.utopia();

        var faults = pack.replacing(file, right, wrong).faults();

        assertThat(faults).containsExactly(file + ":" + pack.line(file, right) + ": " + told);
    }

    static Stream<Arguments> every_fault_is_named_with_its_line_and_its_mend() {
        return Stream.of(
                Arguments.of(
                        PROGRAMME,
                        "state: UTO",
                        "state: Utopia",
                        "`state` cannot be `Utopia`; write the three letters of the state's passports"),
                Arguments.of(PROGRAMME, "state: UTO", "state: XZZ", "`XZZ` is no country; add it to `countries`"),
                Arguments.of(
                        PROGRAMME,
                        "version: 2026.1",
                        "version: new",
                        "`version` cannot be `new`; write a year and a number: 2026.1"),
                Arguments.of(
                        PROGRAMME,
                        "languages: [en, ar, ru]",
                        "languages: [ar, ru]",
                        "English is not among the languages; add `en`"),
                Arguments.of(
                        PROGRAMME,
                        "answer: 28 days",
                        "answer: 7 days",
                        "`answer` is shorter than 28 days; allow more time"),
                Arguments.of(
                        PROGRAMME,
                        "draft-kept: 90 days",
                        "draft-kept: a while",
                        "`draft-kept` cannot be `a while`; write `28 days` or `5 years`"),
                Arguments.of(
                        PROGRAMME,
                        "papers-kept: 180 days",
                        "papers-kept: 20 years",
                        "`papers-kept` is longer than 3 years; keep it shorter"),
                Arguments.of(
                        PROGRAMME,
                        "notes-shown: 60 days",
                        "notes-shown: 2 years",
                        "`notes-shown` is longer than 180 days; keep it shorter"),
                Arguments.of(
                        PROGRAMME,
                        "two-people: [revoke, approve-without-chip]",
                        "two-people: [revoke, sack]",
                        "`sack` is not known here; use one of approve, approve-without-chip, refuse, suspend, restore, revoke, stop, uphold, overturn"),
                Arguments.of(
                        PROGRAMME,
                        "      for: [revoke]",
                        "      for: [revoke]\n      at-once: true",
                        "nothing is revoked at once; add `suspend` to `for`, or remove `at-once`"),
                Arguments.of(
                        PROGRAMME,
                        "- id: no-ground",
                        "- id: false-papers",
                        "a second cause `false-papers`; keep one of them"),
                Arguments.of(
                        PROGRAMME,
                        "law: law.section-9-2",
                        "law: law.section-9-9",
                        "no text `law.section-9-9`; add it to messages/en.yaml, messages/ar.yaml, messages/ru.yaml"),
                Arguments.of(
                        PROGRAMME,
                        "stop-hidden-at-most: 60 days",
                        "stop-hidden-at-most: 1 year",
                        "`stop-hidden-at-most` is longer than 90 days; keep it shorter"),
                Arguments.of(
                        PROGRAMME,
                        "ttl: 15 minutes",
                        "ttl: 1 minute",
                        "`ttl` is not between 5 minutes and 12 hours; stay between them"),
                Arguments.of(
                        PROGRAMME,
                        "amount: 12.00",
                        "amount: twelve",
                        "`amount` cannot be `twelve`; write an amount: 15.00"),
                Arguments.of(
                        PROGRAMME,
                        "start.need.email]",
                        "start.need.mail]",
                        "no text `start.need.mail`; add it to messages/en.yaml, messages/ar.yaml, messages/ru.yaml"),
                Arguments.of(
                        PROGRAMME,
                        "fees:",
                        "taxes:",
                        "`taxes` is not known here; use one of state, version, languages, not-read-by-a-native-speaker,"
                                + " countries, historic-countries, sections, card,"
                                + " families, guardians, photo, limits, two-people, measures, status-list, fees, colours, start"),
                Arguments.of(
                        PROGRAMME,
                        "more-information: 60 days",
                        "more-information: 1 week",
                        "`more-information` is shorter than 60 days; allow more time"),
                Arguments.of(
                        PROGRAMME,
                        "extensions: 2",
                        "extensions: as many as you like",
                        "`extensions` is not a whole number from 1 to 12; write such a number"),
                Arguments.of(
                        PROGRAMME,
                        "due: replacement",
                        "due: looking",
                        "`looking` is not known here; use one of first-card, renewal, replacement, print"),
                Arguments.of(
                        PROGRAMME,
                        "with: [spouse,",
                        "with: [cousin,",
                        "`cousin` is not known here; use one of spouse, child, parent, sibling"),
                Arguments.of(
                        PROGRAMME,
                        "any-of: [custody-order]",
                        "any-of: [blood-test]",
                        "`blood-test` is not in the catalogue; add it to evidence.yaml"),
                Arguments.of(
                        PROGRAMME,
                        "any-of: [custody-order]",
                        "any-of: [old-passport]",
                        "the catalogue does not let `old-passport` be asked of guardians;"
                                + " add `guardianship: true` to it in evidence.yaml"),
                Arguments.of(
                        PROGRAMME,
                        "own-word-from: 14",
                        "own-word-from: 30",
                        "`own-word-from` is not a whole number from 6 to 18; write such a number"),
                Arguments.of(
                        PROGRAMME,
                        "eyes-open-from: 1",
                        "eyes-open-from: 0",
                        "`eyes-open-from` is not a whole number from 1 to 6; write such a number"),
                Arguments.of(
                        EVIDENCE,
                        "at-centre: true",
                        "at-centre: yes",
                        "`at-centre` is neither true nor false; write true or false"),
                Arguments.of(
                        ABOUT_YOU,
                        "id: birth_place",
                        "id: birth place",
                        "`id` cannot be `birth place`; use a to z, 0 to 9 and underscores"),
                Arguments.of(
                        ABOUT_YOU,
                        "id: birth_place",
                        "id: birth_date",
                        "a second question `birth_date`, after " + SomePack.at(ABOUT_YOU, "id: birth_date")
                                + "; give one of them another id"),
                Arguments.of(
                        ABOUT_YOU,
                        "type: passport",
                        "type: fingerprint",
                        "`fingerprint` is not known here; use one of text, long-text, name, date, country, choice, yes-no, passport,"
                                + " address, group, documents"),
                Arguments.of(
                        ABOUT_YOU,
                        "topic: residence",
                        "topic: wealth",
                        "`wealth` is not known here; use one of name, birth, residence, identity-document, family,"
                                + " citizenship, language, culture, education, work, guardianship, visit"),
                Arguments.of(
                        ABOUT_YOU,
                        "topic: residence",
                        "topic: religion",
                        "religion is never asked; remove the question"),
                Arguments.of(
                        ABOUT_YOU,
                        "kept-for: card",
                        "kept-for: ever",
                        "`ever` is not known here; use one of decision, card"),
                Arguments.of(
                        ABOUT_YOU,
                        "when: past",
                        "when: once",
                        "`once` is not known here; use one of any, past, future"),
                Arguments.of(
                        ABOUT_YOU,
                        "required: false",
                        "required: perhaps",
                        "`required` is neither true nor false; write true or false"),
                Arguments.of(
                        FAMILY,
                        "choices: [all, some, none]",
                        "choices: [all]",
                        "a choice of fewer than two; list at least two `choices:`"),
                Arguments.of(
                        FAMILY,
                        "partial: true",
                        "max-length: 20",
                        "`max-length` says nothing about a question of type date; remove it"),
                Arguments.of(
                        FAMILY,
                        "show-if: forebear != \"none\"",
                        "show-if: line_papers == \"all\"",
                        "`line_papers` is not asked on an earlier page; move the question back"),
                Arguments.of(
                        TIE,
                        "show-if: was_citizen",
                        "show-if: citizen",
                        "the rule asks for `citizen`, which is no question; use the id of a question"),
                Arguments.of(
                        ELIGIBILITY,
                        "rule: forebear != \"none\"",
                        "rule: forbear != \"none\"",
                        "the rule asks for `forbear`, which is no question; did you mean `forebear`"),
                Arguments.of(
                        ELIGIBILITY,
                        "rule: forebear != \"none\"",
                        "rule: forebear == 3",
                        "the rule compares unlike things at `==`: a text and a number;"
                                + " write a text in quotes, and a number without"),
                Arguments.of(
                        ELIGIBILITY,
                        "rule: was_citizen",
                        "rule: was_citizen == \"yes\"",
                        "the rule compares unlike things at `==`: true or false and a text;"
                                + " `was_citizen` is true or false; write `was_citizen` or `!was_citizen` alone"),
                Arguments.of(
                        ELIGIBILITY,
                        "rule: was_citizen",
                        "rule: birth_date < \"1991\"",
                        "the rule compares unlike things at `<`: a date and a text;"
                                + " compare a part of the date: .year, .age, .earliest or .latest"),
                Arguments.of(
                        ELIGIBILITY,
                        "rule: forebear != \"none\"",
                        "rule: forebear",
                        "the rule is neither true nor false; compare the answer with something"),
                Arguments.of(
                        ELIGIBILITY,
                        "rule: forebear != \"none\"",
                        "rule: forebear == \"aunt\"",
                        "`aunt` is no choice of `forebear`; use one of mother, father, mothers-mother, mothers-father,"
                                + " fathers-mother, fathers-father, none"),
                Arguments.of(
                        ELIGIBILITY,
                        "rule: forebear != \"none\"",
                        "rule: residence == \"Erewhon\"",
                        "`Erewhon` is no country; use the three letters of ISO 3166 or of the pack"),
                Arguments.of(
                        ELIGIBILITY,
                        "rule: forebear != \"none\"",
                        "rule: birth_date.month == 3",
                        "`birth_date` has no part `month`; use one of age, earliest, latest, year"),
                Arguments.of(
                        ELIGIBILITY,
                        "rule: speaks && confirmed",
                        "rule: speaks && sworn",
                        "the rule asks for `sworn`, which is no question; use the id of a question"),
                Arguments.of(
                        ELIGIBILITY,
                        "law: law.section-4-1-b",
                        "law: law.section-9",
                        "no text `law.section-9`; add it to messages/en.yaml, messages/ar.yaml, messages/ru.yaml"),
                Arguments.of(
                        ELIGIBILITY,
                        "- any-of: [birth-record]",
                        "- any-of: [dna-test]",
                        "`dna-test` is not in the catalogue; add it to evidence.yaml"),
                Arguments.of(
                        ELIGIBILITY,
                        "- any-of: [birth-record]",
                        "- any-of: [old-passport]",
                        "the catalogue does not let `old-passport` be asked for on `descent`; add the ground to it in evidence.yaml"),
                Arguments.of(
                        ELIGIBILITY, "from: 2026-01-01", "from: soon", "`soon` is no date; write it as 2026-09-01"),
                Arguments.of(
                        FAMILY,
                        "generations: [1, 1, 2, 2, 2, 2, 0]",
                        "generations: [1, 1, 2]",
                        "3 `generations` for 7 choices; write one number for each, 0 for who is no ancestor"),
                Arguments.of(
                        FAMILY,
                        "generations: [1, 1, 2, 2, 2, 2, 0]",
                        "generations: [1, 1, 2, 2, 2, 2, none]",
                        "`generations` is not a whole number from 0 to 9; write such a number"),
                Arguments.of(
                        EVIDENCE,
                        "proves: [was_citizen]",
                        "proves: [was_a_citizen]",
                        "no question `was_a_citizen`; name a question"),
                Arguments.of(
                        CHECKS,
                        "required: false",
                        "required: perhaps",
                        "`required` is neither true nor false; write true or false"),
                Arguments.of(
                        CHECKS,
                        "kind: document",
                        "kind: rumour",
                        "`rumour` is not known here; use one of duplicate, document, manual, http"),
                Arguments.of(
                        CARD,
                        "from: name.given",
                        "from: name.middle",
                        "no answer `name.middle`; name a question, its part, or a fact of the card"),
                Arguments.of(
                        CARD,
                        "from: card.portrait",
                        "from: card.fingerprint",
                        "no answer `card.fingerprint`; name a question, its part, or a fact of the card"),
                Arguments.of(
                        CARD,
                        "rule: birth_date.age >= 18",
                        "rule: birth_date.age",
                        "the rule is neither true nor false; compare the answer with something"),
                Arguments.of(
                        CARD,
                        "vct: urn:kith:uto:compatriot-card:1",
                        "vct: card",
                        "`vct` cannot be `card`; write a URN or an https address"),
                Arguments.of(
                        ROLLOUT,
                        "code: XLI",
                        "code: XLO",
                        "`XLO` is no country; use ISO 3166 or add it to `countries` in programme.yaml"),
                Arguments.of(ROLLOUT, "code: XLI", "code: XER", "`XER` stands twice; keep one of them"),
                Arguments.of(
                        ROLLOUT,
                        "  profile: quiet",
                        "  profile: silent",
                        "no profile `silent`; use one of usual, quiet"),
                Arguments.of(
                        ROLLOUT,
                        "quota-a-day: 400",
                        "quota-a-day: many",
                        "`quota-a-day` is not a whole number from 1 to 1000000; write such a number"),
                Arguments.of(
                        "services/visit.yaml",
                        "open-to: holders",
                        "open-to: friends",
                        "`friends` is not known here; use one of holders, anyone"),
                Arguments.of(
                        "messages/ru.yaml",
                        "  name: Утопия",
                        "  name: Утопия {word}",
                        "`state.name` has {word}, which the English has not; use the same names as the English"));
    }

    /// Lesson 10: a child with one parent whose application was held.
    @Test
    void a_pack_that_asks_for_every_guardian_says_what_becomes_of_a_child_with_one() {
        var programme = SomePack.utopia().text(PROGRAMME);
        var start = programme.indexOf("  exceptions:");
        var without = programme.substring(0, start) + programme.substring(programme.indexOf("\nphoto:") + 1);

        assertThat(SomePack.utopia().with(PROGRAMME, without).faults())
                .containsExactly(SomePack.at(PROGRAMME, "consent: all")
                        + ": a child with one guardian could never apply;"
                        + " list `exceptions:` and the papers that show them");
    }

    @Test
    void children_cannot_be_taken_in_without_rules_for_guardians() {
        var programme = SomePack.utopia().text(PROGRAMME);
        var without = programme.substring(0, programme.indexOf("guardians:"))
                + programme.substring(programme.indexOf("photo:"));

        assertThat(SomePack.utopia().with(PROGRAMME, without).faults())
                .containsExactly(SomePack.at(PROGRAMME, "with: [spouse")
                        + ": children cannot apply without rules; add `guardians:`");
    }

    @Test
    void every_programme_asks_what_an_officer_compares_at_the_counter() {
        assertThat(SomePack.utopia()
                        .replacing(ABOUT_YOU, "type: passport", "type: text")
                        .faults())
                .containsExactly(SomePack.at(PROGRAMME, "sections:")
                        + ": no question of type passport and topic identity-document;"
                        + " ask it: every programme needs it");
        assertThat(SomePack.utopia()
                        .replacing(ABOUT_YOU, "type: name", "type: name\n        required: false")
                        .faults())
                .containsExactly(SomePack.at(PROGRAMME, "sections:")
                        + ": not everyone answers `name`, the question of type name and topic name;"
                        + " remove its `show-if`, `required: false` or `not-known`");
        assertThat(SomePack.utopia()
                        .replacing(ABOUT_YOU, "when: past", "partial: true")
                        .faults())
                .containsExactly(SomePack.at(PROGRAMME, "sections:")
                        + ": `birth_date` may lack its day, and a card needs it; remove `partial` from it");
    }

    @Test
    void every_card_says_a_name_and_a_day_of_birth() {
        assertThat(SomePack.utopia()
                        .replacing(CARD, "from: birth_date", "from: birth_place")
                        .faults())
                .containsExactly("credentials/card.yaml:1: the card has no `birthdate` from `birth_date`;"
                        + " add it to its claims in credentials/card.yaml");
        assertThat(SomePack.utopia().without(CARD).faults())
                .contains("credentials/card.yaml:1: no card; write credentials/card.yaml");
    }

    @Test
    void a_card_is_not_of_another_states_type() {
        assertThat(SomePack.utopia()
                        .replacing(CARD, "vct: urn:kith:uto:", "vct: urn:kith:xar:")
                        .faults())
                .containsExactly("credentials/card.yaml:1: `urn:kith:xar:compatriot-card:1` is another state's;"
                        + " let `vct` begin with urn:kith:uto:");
        assertThat(SomePack.utopia()
                        .replacing(CARD, "doctype: org.kith.uto.", "doctype: org.kith.xar.")
                        .faults())
                .containsExactly("credentials/card.yaml:1: `org.kith.xar.compatriot-card.1` is another state's;"
                        + " let `doctype` begin with org.kith.uto.");
        assertThat(SomePack.utopia()
                        .replacing(CARD, "doctype: org.kith.uto.", "doctype: org.iso.18013.5.")
                        .faults())
                .isEmpty();
    }

    @Test
    void a_card_need_not_be_an_mdoc() {
        assertThat(SomePack.utopia()
                        .replacing(CARD, "doctype: org.kith.uto.compatriot-card.1\n", "")
                        .loaded()
                        .credential("card"))
                .hasValueSatisfying(card -> assertThat(card.doctype()).isEmpty());
    }

    @Test
    void a_service_ends_in_what_the_pack_can_issue() {
        var pack = SomePack.utopia().with("services/visit.yaml", """
                        open-to: holders
                        outcome:
                          kind: credential
                          credential: visa
                        """);

        assertThat(pack.faults())
                .containsExactly("services/visit.yaml:4: no credential `visa`; write credentials/visa.yaml");
    }

    @Test
    void a_service_asks_no_more_freely_than_an_application() {
        var pack = SomePack.utopia().with("services/visit.yaml", """
                        open-to: holders
                        pages:
                          - id: visit
                            questions:
                              - id: names_of_your_contacts
                                type: text
                                topic: visit
                                kept-for: decision
                                seen-by: [caseworker]
                        """);

        assertThat(pack.faults())
                .contains("services/visit.yaml:5: a question without a purpose;"
                        + " say why it is asked: `purpose:` and a text");
    }

    @Test
    void a_clause_may_not_be_called_like_a_question() {
        var faults = SomePack.utopia()
                .replacing(ELIGIBILITY, "id: line_on_paper", "id: forebear")
                .replacing(ELIGIBILITY, "&& line_on_paper", "")
                .faults();

        assertThat(faults)
                .containsExactly(SomePack.at(ELIGIBILITY, "id: line_on_paper")
                        + ": `forebear` means something else in rules; give the clause another id");
    }

    @Test
    void the_catalogue_and_the_grounds_must_agree() {
        var faults = SomePack.utopia()
                .replacing(EVIDENCE, "grounds: [descent, former-citizen]", "grounds: [descent, citizen]")
                .faults();

        assertThat(faults)
                .containsExactly(
                        SomePack.at(ELIGIBILITY, "- any-of: [old-passport")
                                + ": the catalogue does not let `town-register-extract` be asked for on"
                                + " `former-citizen`; add the ground to it in evidence.yaml",
                        SomePack.at(EVIDENCE, "grounds: [descent, former-citizen]")
                                + ": no ground `citizen`; use one of descent, culture, former-citizen");
    }

    @Test
    void a_rule_over_several_lines_names_the_line_within() {
        var pack = SomePack.utopia()
                .replacing(ELIGIBILITY, "rule: speaks && confirmed", "rule: |\n      speaks &&\n      sworn");

        assertThat(pack.faults())
                .containsExactly("eligibility.yaml:" + pack.line(ELIGIBILITY, "sworn")
                        + ": the rule asks for `sworn`, which is no question; use the id of a question");
    }

    @Test
    void a_text_that_a_language_lacks_is_named_where_it_belongs() {
        var pack = SomePack.utopia();

        var faults = pack.replacing("messages/ar.yaml", "  headline: أنت منّا أينما كنت\n", "")
                .faults();

        assertThat(faults)
                .containsExactly("messages/ar.yaml:" + pack.line("messages/ar.yaml", "  name: مكتب")
                        + ": `start.headline` is missing; add `start.headline: …` at the end of the file;"
                        + " in English: “You belong, wherever you live”");
    }

    @Test
    void a_text_that_has_a_neighbour_is_added_beside_it() {
        var pack = SomePack.utopia();
        var lead = pack.text("messages/ar.yaml")
                .lines()
                .filter(line -> line.startsWith("  lead: "))
                .findFirst()
                .orElseThrow();

        var faults = pack.replacing("messages/ar.yaml", lead + "\n", "").faults();

        assertThat(faults)
                .singleElement()
                .asString()
                .startsWith("messages/ar.yaml:" + pack.line("messages/ar.yaml", "  headline: ") + ": ")
                .contains("`start.lead` is missing; add it after this line, indented alike, or `start.lead: …` at the"
                        + " end of the file; in English: “");
    }

    @Test
    void a_straight_apostrophe_is_told_where_it_stands() {
        var arcadia = SomePack.of("arcadia");

        assertThat(arcadia.replacing("messages/fr.yaml", "\"Ascendant {number}\"", "\"L'{number}\"")
                        .faults())
                .containsExactly("messages/fr.yaml:" + arcadia.line("messages/fr.yaml", "item: \"Ascendant")
                        + ": in `question.forebears.item` a straight ' switches { } off; write ’ instead");
        assertThat(arcadia.replacing("messages/en.yaml", "\"Forebear {number}\"", "\"Let's say '{number}\"")
                        .faults())
                .containsExactly("messages/en.yaml:" + arcadia.line("messages/en.yaml", "item: \"Forebear")
                        + ": in `question.forebears.item` a straight ' switches { } off; write ’ instead");
    }

    @Test
    void the_check_without_an_account_asks_nothing_that_names_a_person() {
        for (var type : List.of("name", "passport")) {
            var faults = SomePack.utopia()
                    .replacing(ABOUT_YOU, "type: " + type, "type: " + type + "\n        eligibility-check: true")
                    .faults();

            assertThat(faults)
                    .singleElement()
                    .asString()
                    .endsWith("the check without an account asks no " + type + "s; remove `eligibility-check`");
        }
    }

    @Test
    void a_ground_rests_on_no_question_of_a_group_that_the_eligibility_check_leaves_out() {
        var ruritania = SomePack.of("ruritania");
        var asked = "- id: recorded\n            type: yes-no\n";

        assertThat(ruritania
                        .replacing("questions/line.yaml", asked + "            eligibility-check: true\n", asked)
                        .faults())
                .containsExactly("eligibility.yaml:" + ruritania.line(ELIGIBILITY, "rule: forebears.all")
                        + ": `forebears.recorded` is not asked in the eligibility check, and its group is;"
                        + " add `eligibility-check: true` to it");
    }

    @Test
    void the_card_is_valid_as_long_as_its_credential() {
        assertThat(SomePack.utopia()
                        .replacing(CARD, "valid-for: 5 years", "valid-for: 6 years")
                        .faults())
                .containsExactly(SomePack.at(PROGRAMME, "valid-for: 5 years")
                        + ": `valid-for` is another in credentials/card.yaml; write the same in both");
        assertThat(SomePack.utopia()
                        .replacing(CARD, "valid-for: 5 years", "valid-for: 60 months")
                        .faults())
                .isEmpty();
    }

    @Test
    void one_run_tells_what_is_missing_in_each_language_and_what_the_card_lacks() {
        var pack = SomePack.utopia()
                .replacing(ELIGIBILITY, "law: law.section-4-1-b", "law: law.section-9")
                .replacing("messages/ar.yaml", "  headline: أنت منّا أينما كنت\n", "")
                .replacing(CARD, "vct: urn:kith:uto:", "vct: urn:kith:xar:")
                .replacing(CARD, "from: birth_date", "from: birth_place");

        assertThat(pack.faults())
                .extracting(each -> each.replaceAll(":.*", ""))
                .containsExactly(CARD, CARD, ELIGIBILITY, "messages/ar.yaml");
    }

    @Test
    void a_text_no_english_text_stands_for_is_told() {
        var pack =
                SomePack.utopia().with("messages/ru.yaml", SomePack.utopia().text("messages/ru.yaml") + "more: Ещё\n");

        assertThat(pack.faults())
                .containsExactly("messages/ru.yaml:" + pack.line("messages/ru.yaml", "more:")
                        + ": `more` has no English text; add it to messages/en.yaml or remove it");
    }

    @Test
    void a_text_that_is_said_nowhere_is_told() {
        var pack = SomePack.utopia();
        for (var language : List.of("en", "ar", "ru")) {
            pack = pack.adding("messages/" + language + ".yaml", "question.residence.hnit: Here");
        }

        assertThat(pack.faults())
                .containsExactly("messages/en.yaml:" + pack.line("messages/en.yaml", "question.residence.hnit")
                        + ": `question.residence.hnit` is said nowhere;"
                        + " mend its name, or remove it from messages/en.yaml and the other languages");
    }

    @Test
    void a_text_that_is_no_message_is_told() {
        var pack = SomePack.utopia().replacing("messages/ru.yaml", "  name: Утопия", "  name: \"{name\"");

        assertThat(pack.faults())
                .containsExactly(SomePack.at("messages/ru.yaml", "  name: Утопия")
                        + ": not an ICU message: Unmatched '{' braces in message \"{name\"; balance the braces");
    }

    @Test
    void a_language_the_software_does_not_speak_is_told() {
        var pack =
                SomePack.utopia().replacing("programme.yaml", "languages: [en, ar, ru]", "languages: [en, ar, ru, sw]");

        assertThat(pack.faults())
                .containsExactly(
                        SomePack.at(PROGRAMME, "languages:")
                                + ": no texts in `sw`; write messages/sw.yaml or remove the language",
                        SomePack.at(PROGRAMME, "languages:")
                                + ": the software has no words of its own in `sw` yet; translate"
                                + " pack/src/main/resources/org/kith/pack/text/en.yaml or remove the language");
    }

    @Test
    void a_missing_file_is_told() {
        assertThat(SomePack.utopia().without("checks.yaml").faults())
                .containsExactly("checks.yaml:1: the file is missing; write it; programmes/utopia shows how");
        assertThat(SomePack.utopia().without("questions/tie.yaml").faults())
                .contains(SomePack.at(PROGRAMME, "sections:")
                        + ": no file questions/tie.yaml; write it or remove the section");
    }

    @Test
    void a_file_that_is_no_part_of_a_pack_is_told() {
        assertThat(SomePack.utopia().with("plugins.yaml", "a: b").faults())
                .containsExactly("plugins.yaml:1: no part of a pack; remove it, or mend its name");
        assertThat(SomePack.utopia()
                        .with("services/study.yml", "open-to: anyone")
                        .faults())
                .contains("services/study.yml:1: only files ending in .yaml are read; rename it");
        assertThat(SomePack.utopia().with("questions/wealth.yaml", "pages: []").faults())
                .containsExactly("questions/wealth.yaml:1: no section of that name is listed;"
                        + " add it to `sections` in programme.yaml or remove the file");
    }

    @Test
    void all_faults_are_told_at_once_in_the_order_of_files_and_lines() {
        var faults = SomePack.utopia()
                .replacing(TIE, "topic: citizenship", "topic: politics")
                .replacing(ELIGIBILITY, "rule: speaks && confirmed", "rule: speaks &&")
                .replacing(PROGRAMME, "answer: 28 days", "answer: 1 day")
                .replacing(ELIGIBILITY, "from: 2026-01-01", "from: soon")
                .faults();

        assertThat(faults)
                .extracting(each -> each.replaceAll(": .*", ""))
                .containsExactly(
                        SomePack.at(ELIGIBILITY, "from: 2026-01-01"),
                        SomePack.at(ELIGIBILITY, "rule: speaks && confirmed"),
                        SomePack.at(PROGRAMME, "answer: 28 days"),
                        SomePack.at(TIE, "topic: citizenship"));
    }

    @Test
    void a_question_with_a_fault_brings_no_second_fault_upon_the_rules_that_use_it() {
        var faults =
                SomePack.utopia().replacing(TIE, "type: yes-no", "type: maybe").faults();

        assertThat(faults).hasSize(1).first().asString().startsWith("questions/tie.yaml:");
    }

    @Test
    void a_question_without_a_purpose_does_not_load() {
        var pack = SomePack.utopia();

        var faults = pack.replacing(ABOUT_YOU, "        purpose: purpose.residence\n", "")
                .faults();

        assertThat(faults)
                .containsExactly("questions/about-you.yaml:"
                        + pack.line(ABOUT_YOU, "- id: residence\n        type")
                        + ": a question without a purpose; say why it is asked: `purpose:` and a text");
    }
}
