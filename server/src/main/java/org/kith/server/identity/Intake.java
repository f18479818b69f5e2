package org.kith.server.identity;

import java.util.List;

/// What came of a file somebody sent. Only [Accepted] is ever kept, and only as pages we drew ourselves.
public sealed interface Intake {
    record Accepted(List<Page> pages) implements Intake {
        public Accepted {
            pages = List.copyOf(pages);
            if (pages.isEmpty()) throw new IllegalArgumentException("an accepted file has a page");
        }
    }

    /// Not kept. Each reason has its own sentence for the person: [Refused#textKey].
    sealed interface Refused extends Intake {
        default String textKey() {
            return switch (this) {
                case Empty() -> "intake.empty";
                case TooLarge() -> "intake.tooLarge";
                case NotADocument(var seen) -> seen.textKey();
                case TooManyPages() -> "intake.tooManyPages";
                case TooManyPixels() -> "intake.tooManyPixels";
                case TooSmall() -> "intake.tooSmall";
                case PasswordProtected() -> "intake.password";
                case PartlyUnreadable() -> "intake.partlyUnreadable";
                case Unreadable() -> "intake.unreadable";
                case TooHeavy() -> "intake.tooHeavy";
                case Infected() -> "uploads.infected";
                case NotChecked() -> "uploads.notChecked";
            };
        }
    }

    record Empty() implements Refused {}

    record TooLarge() implements Refused {}

    record NotADocument(FileKind seen) implements Refused {}

    record TooManyPages() implements Refused {}

    record TooManyPixels() implements Refused {}

    /// Too few pixels for anyone to read a paper on it.
    record TooSmall() implements Refused {}

    record PasswordProtected() implements Refused {}

    /// Holds a picture in a format we cannot draw; a page with a hole would be taken for the whole.
    record PartlyUnreadable() implements Refused {}

    record Unreadable() implements Refused {}

    /// Asked for more time or memory than a paper needs.
    record TooHeavy() implements Refused {}

    /// The virus scanner found something in it.
    record Infected() implements Refused {}

    /// There is a virus scanner, and it did not answer. The same file may be sent again later.
    record NotChecked() implements Refused {}
}
