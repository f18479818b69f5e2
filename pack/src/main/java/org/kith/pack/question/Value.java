package org.kith.pack.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// An answer. Only checked input becomes one, so nobody checks it again.
///
/// No answer says what it holds when it is printed: it is personal data and does not belong into a log.
public sealed interface Value {
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return "a text";
        }
    }

    /// Parts that a person does not have are empty: a single name is given without a family name, and stands in the
    /// passport as either.
    record Name(String given, String family, String passportGiven, String passportFamily) implements Value {
        public String inOwnScript() {
            return (given + " " + family).strip();
        }

        public String inPassport() {
            return (passportGiven + " " + passportFamily).strip();
        }

        @Override
        public String toString() {
            return "a name";
        }
    }

    record Day(PartialDate date) implements Value {
        @Override
        public String toString() {
            return "a date";
        }
    }

    record Country(String code) implements Value {
        @Override
        public String toString() {
            return "a country";
        }
    }

    record Choice(String code) implements Value {
        @Override
        public String toString() {
            return "a choice";
        }
    }

    record YesNo(boolean yes) implements Value {
        @Override
        public String toString() {
            return "yes or no";
        }
    }

    /// The person said that they do not know. Rules take it as not answered.
    record NotKnown() implements Value {}

    /// A passport or identity card as its holder typed it.
    ///
    /// @param mrz the machine-readable lines, joined by `\n`, or empty
    record Passport(
            String number,
            String issuer,
            String nationality,
            String surname,
            String given,
            LocalDate expires,
            String mrz)
            implements Value {
        @Override
        public String toString() {
            return "a passport";
        }
    }

    /// An address, in parts that the country's form names; those it does not name are empty.
    ///
    /// @param lines house, street, building: one to three lines joined by `\n`
    record Address(String country, String lines, String town, String region, String postcode) implements Value {
        @Override
        public String toString() {
            return "an address";
        }
    }

    /// What the person said of each in a group.
    ///
    /// @param complete whether the person said that this is all; until then rules take it as not answered
    record Group(List<Item> items, boolean complete) implements Value {
        public static final Group EMPTY = new Group(List.of(), false);

        public Group {
            items = List.copyOf(items);
        }

        public Optional<Item> find(String id) {
            return items.stream().filter(item -> item.id().equals(id)).findFirst();
        }

        /// With that one added, or changed where it stands; no longer complete.
        public Group with(Item item) {
            var changed = new ArrayList<>(items);
            var at = IntStream.range(0, items.size())
                    .filter(i -> items.get(i).id().equals(item.id()))
                    .findFirst();
            if (at.isPresent()) changed.set(at.getAsInt(), item);
            else changed.add(item);
            return new Group(changed, false);
        }

        public Group without(String id) {
            return new Group(
                    items.stream().filter(item -> !item.id().equals(id)).toList(), false);
        }

        @Override
        public String toString() {
            return "a group";
        }
    }

    /// One of a group, such as one child.
    ///
    /// @param id chosen when it is added and kept ever after: 1 to 12 letters and digits
    /// @param answers by the names of the group's questions
    record Item(String id, Map<String, Value> answers) {
        public Item {
            if (!id.matches("[a-z0-9]{1,12}")) throw new IllegalArgumentException("not the id of an item");
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        public Optional<Value> to(String member) {
            return Optional.ofNullable(answers.get(member));
        }

        @Override
        public String toString() {
            return "item " + id;
        }
    }

    /// The files given, each as one paper of the catalogue.
    record Documents(List<Given> given) implements Value {
        public Documents {
            given = List.copyOf(given);
        }

        @Override
        public String toString() {
            return "documents";
        }
    }

    /// One file.
    ///
    /// @param paper the id in the catalogue
    /// @param document the id under which the file is kept
    record Given(String paper, String document) {}

    /// The answer in terms that JSON knows; [Answers#ofNeutral] reads it back.
    default Object neutral() {
        return NeutralForm.of(this);
    }
}
