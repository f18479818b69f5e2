package org.kith.pack.question;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /// The answer in terms that JSON knows; [Answers#ofNeutral] reads it back.
    default Object neutral() {
        return switch (this) {
            case Text(var text) -> text;
            case Day(var date) -> date.toString();
            case Country(var code) -> code;
            case Choice(var code) -> code;
            case YesNo(var yes) -> yes;
            case NotKnown() -> Map.of("not_known", true);
            case Name name -> {
                var parts = new LinkedHashMap<String, Object>();
                parts.put("given", name.given);
                parts.put("family", name.family);
                parts.put("passport_given", name.passportGiven);
                parts.put("passport_family", name.passportFamily);
                yield parts;
            }
            case Passport passport -> {
                var parts = new LinkedHashMap<String, Object>();
                parts.put("number", passport.number);
                parts.put("issuer", passport.issuer);
                parts.put("nationality", passport.nationality);
                parts.put("surname", passport.surname);
                parts.put("given", passport.given);
                parts.put("expires", passport.expires.toString());
                parts.put("mrz", passport.mrz);
                yield parts;
            }
        };
    }
}
