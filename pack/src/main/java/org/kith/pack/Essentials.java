package org.kith.pack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.pack.programme.CardFace;
import org.kith.pack.programme.CredentialDefinition;
import org.kith.pack.programme.CredentialDefinition.ClaimSource.FromAnswer;
import org.kith.pack.question.Countries;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.pack.question.Questions;
import org.kith.pack.question.Topic;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Place;

/// What every programme asks and every card says, because an officer compares it at the counter.
final class Essentials {
    private static final String CARD = "card";
    private static final Place FILE = new Place("credentials/card.yaml", 1);

    private final Questions questions;
    private final Faults faults;

    Essentials(Questions questions, Faults faults) {
        this.questions = questions;
        this.faults = faults;
    }

    void check(List<CredentialDefinition> credentials, Block programme) {
        var sections = programme.place("sections");
        var name = asked(Topic.NAME, QuestionType.NAME, sections);
        var birth = asked(Topic.BIRTH, QuestionType.DATE, sections);
        var _ = asked(Topic.RESIDENCE, QuestionType.COUNTRY, sections);
        var _ = asked(Topic.IDENTITY_DOCUMENT, QuestionType.PASSPORT, sections);
        birth.filter(Question::partial)
                .ifPresent(question -> faults.add(
                        sections,
                        "`" + question.id() + "` may lack its day, and a card needs it",
                        "remove `partial` from it"));
        card(credentials).ifPresent(card -> {
            name.ifPresent(question -> says(card, "given_name", question, FILE));
            birth.ifPresent(question -> says(card, "birthdate", question, FILE));
        });
    }

    void noCard() {
        faults.add(FILE, "no card", "write credentials/card.yaml");
    }

    /// A type that begins as ours do names the state that issues it.
    void ofState(CredentialDefinition credential, Block programme, Countries countries) {
        var state = programme.text("state");
        if (!countries.knows(state)) return; // told already

        var letters = state.toLowerCase(Locale.ROOT);
        var file = new Place("credentials/" + credential.id() + ".yaml", 1);
        ofState("vct", credential.vct(), "urn:kith:", letters + ":", file);
        credential.doctype().ifPresent(type -> ofState("doctype", type, "org.kith.", letters + ".", file));
    }

    private void ofState(String key, String type, String ours, String state, Place file) {
        if (!type.startsWith(ours) || type.startsWith(ours + state)) return;
        faults.add(file, "`" + type + "` is another state's", "let `" + key + "` begin with " + ours + state);
    }

    /// The card as a thing and the card as a credential are one, and end on one day.
    void validity(List<CredentialDefinition> credentials, CardFace face, Block programme) {
        card(credentials)
                .filter(card ->
                        !card.validFor().normalized().equals(face.validFor().normalized()))
                .ifPresent(card -> faults.add(
                        programme
                                .block(CARD)
                                .map(block -> block.place("valid-for"))
                                .orElse(programme.place()),
                        "`valid-for` is another in credentials/card.yaml",
                        "write the same in both"));
    }

    private static Optional<CredentialDefinition> card(List<CredentialDefinition> credentials) {
        return credentials.stream().filter(each -> each.id().equals(CARD)).findFirst();
    }

    /// The first question of the topic, which everyone must answer.
    private Optional<Question> asked(Topic topic, QuestionType type, Place sections) {
        var found = questions.all().stream()
                .filter(question -> question.topic() == topic && question.type() == type)
                .findFirst();
        var spelt = "of type " + Block.spelt(type) + " and topic " + Block.spelt(topic);
        if (found.isEmpty()) {
            faults.add(sections, "no question " + spelt, "ask it: every programme needs it");
        } else if (found.get().showIf().isPresent()
                || !found.get().required()
                || found.get().notKnown()) {
            faults.add(
                    sections,
                    "not everyone answers `" + found.get().id() + "`, the question " + spelt,
                    "remove its `show-if`, `required: false` or `not-known`");
        }
        return found;
    }

    private void says(CredentialDefinition card, String claim, Question question, Place place) {
        var said = card.claims().stream()
                .filter(each -> each.name().equals(claim))
                .anyMatch(each -> each.source() instanceof FromAnswer(var id, var _) && id.equals(question.id()));
        if (!said) {
            faults.add(
                    place,
                    "the card has no `" + claim + "` from `" + question.id() + "`",
                    "add it to its claims in credentials/card.yaml");
        }
    }
}
