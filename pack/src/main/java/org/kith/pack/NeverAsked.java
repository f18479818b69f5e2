package org.kith.pack;

import java.util.List;
import java.util.regex.Pattern;
import org.kith.pack.programme.Check;
import org.kith.pack.programme.Evidence;
import org.kith.pack.question.PageDraft;
import org.kith.pack.question.Question;
import org.kith.pack.question.SectionDraft;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Place;
import org.kith.pack.text.MessageFiles;

/// Refuses to ask for what is never asked: location, voice, contacts, religion, politics, military service.
///
/// The closed list of topics is the wall. This looks through the words for a question that came in under another topic;
/// it cannot see every paraphrase.
final class NeverAsked {
    private static final ForbiddenWords OF_TEXTS = ForbiddenWords.ofTexts();
    private static final ForbiddenWords OF_IDS = ForbiddenWords.ofIds();
    private static final List<String> ASKING =
            List.of("section.", "page.", "question.", "evidence.", "guardian.", "check.", "visit.");

    /// A letter that only looks like one of the alphabet around it.
    private static final Pattern TWO_ALPHABETS = Pattern.compile(
            "\\p{IsLatin}\\p{M}*[\\p{IsCyrillic}\\p{IsGreek}]|[\\p{IsCyrillic}\\p{IsGreek}]\\p{M}*\\p{IsLatin}");

    private final MessageFiles messages;
    private final Faults faults;

    NeverAsked(MessageFiles messages, Faults faults) {
        this.messages = messages;
        this.faults = faults;
    }

    void check(List<SectionDraft> sections, Evidence evidence, List<Check> checks, Place catalogue) {
        for (var section : sections) section.pages().forEach(this::page);
        for (var paper : evidence.papers()) {
            id(paper.id(), catalogue);
            text(paper.purposeKey());
        }
        checks.forEach(check -> text(check.purposeKey()));
        messages.keysFrom(ASKING).forEach(this::text);
    }

    private void page(PageDraft page) {
        for (var draft : page.questions()) {
            id(page.id(), draft.place());
            question(draft.question(), draft.place());
        }
    }

    private void question(Question question, Place place) {
        id(question.id(), place);
        question.choices().forEach(choice -> id(choice.code(), place));
        text(question.purposeKey());
        question.group().ifPresent(group -> group.members().forEach(member -> question(member, place)));
    }

    private void id(String id, Place place) {
        tell(OF_IDS.in(id.replaceAll("[_.-]", " ")), place);
        tell(OF_TEXTS.in(id.replaceAll("[_.-]", " ")), place);
    }

    private void text(String key) {
        for (var word : messages.shown(key)) {
            tell(OF_TEXTS.in(word.text()), word.place());
            if (TWO_ALPHABETS.matcher(word.text()).find()) {
                faults.add(word.place(), "a word with letters of two alphabets", "write it in one");
            }
        }
    }

    private void tell(List<ForbiddenWords.Found> found, Place place) {
        for (var each : found) {
            faults.add(
                    place,
                    each.topic() + " is never asked, and this says `" + each.word() + "`",
                    "remove the question, or say it in other words if it is about something else");
        }
    }
}
