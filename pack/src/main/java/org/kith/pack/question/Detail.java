package org.kith.pack.question;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/// What a question of one type or another settles besides its purpose.
public sealed interface Detail {
    /// Nothing more: yes or no, an address.
    record Plain() implements Detail {}

    record Texts(int maxLength, Optional<Pattern> pattern) implements Detail {}

    /// A name.
    ///
    /// @param passportSpelling whether it is also asked as the lines of a passport spell it; not for people whose
    ///     passport nobody has, such as a grandmother
    record Names(int maxLength, boolean passportSpelling) implements Detail {}

    /// A date, or the end of a passport.
    ///
    /// @param partial whether day or month may lack
    /// @param calendars that the form offers beside the Gregorian one
    record Dates(boolean partial, When when, List<DateCalendar> calendars) implements Detail {
        public Dates {
            calendars = List.copyOf(calendars);
        }
    }

    /// A country.
    ///
    /// @param historic whether countries that are no more may be chosen too
    record Lands(boolean historic) implements Detail {}

    record Choices(List<Choice> choices) implements Detail {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /// A list of people or things, each asked the same questions.
    ///
    /// @param members the questions; their ids are `<group>.<name>`, as are their texts and fields
    /// @param least how many the person must name
    /// @param most how many the person may name
    record Group(List<Question> members, int least, int most) implements Detail {
        public Group {
            members = List.copyOf(members);
        }

        public Optional<Question> member(String name) {
            return members.stream().filter(each -> each.name().equals(name)).findFirst();
        }
    }

    /// Files of papers of the catalogue.
    ///
    /// @param papers which of them
    /// @param most how many files
    record Files(List<String> papers, int most) implements Detail {
        public Files {
            papers = List.copyOf(papers);
        }
    }
}
