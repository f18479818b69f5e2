package org.kith.pack.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.question.QuestionType;

/// What an answer of each type looks like in a rule.
final class Vocabulary {
    /// The day on which a rule is applied, a date like any other.
    static final String TODAY = "today";

    /// Words of CEL's grammar, and our own, that no question may be called.
    static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while",
            "int",
            "uint",
            "double",
            "bool",
            "string",
            "bytes",
            "list",
            "map",
            "type",
            "dyn",
            "has",
            "all",
            "exists",
            "card",
            TODAY);

    /// `earliest` and `latest` are ISO dates, so that they compare as text: `birth_date.latest < "1991-09-01"`.
    private static final StructType DATE = struct(
            "Date",
            ImmutableMap.of(
                    "year", SimpleType.INT,
                    "age", SimpleType.INT,
                    "earliest", SimpleType.STRING,
                    "latest", SimpleType.STRING));

    private static final StructType NAME = struct(
            "Name",
            ImmutableMap.of(
                    "given", SimpleType.STRING,
                    "family", SimpleType.STRING,
                    "passport_given", SimpleType.STRING,
                    "passport_family", SimpleType.STRING));

    private static final StructType PASSPORT = struct(
            "Passport",
            ImmutableMap.of(
                    "number", SimpleType.STRING,
                    "issuer", SimpleType.STRING,
                    "nationality", SimpleType.STRING,
                    "surname", SimpleType.STRING,
                    "given", SimpleType.STRING,
                    "expires", StructTypeReference.create(DATE.name())));

    private static final List<StructType> STRUCTS = List.of(DATE, NAME, PASSPORT);

    static final CelTypeProvider TYPES = new CelTypeProvider() {
        @Override
        public ImmutableList<CelType> types() {
            return ImmutableList.copyOf(STRUCTS);
        }

        @Override
        public Optional<CelType> findType(String name) {
            return STRUCTS.stream()
                    .filter(type -> type.name().equals(name))
                    .findFirst()
                    .map(type -> type);
        }
    };

    private Vocabulary() {}

    static CelType typeOf(QuestionType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, COUNTRY, CHOICE -> SimpleType.STRING;
            case YES_NO -> SimpleType.BOOL;
            case DATE -> date();
            case NAME -> StructTypeReference.create(NAME.name());
            case PASSPORT -> StructTypeReference.create(PASSPORT.name());
        };
    }

    static CelType date() {
        return StructTypeReference.create(DATE.name());
    }

    /// The parts of an answer that a rule or a credential may name; empty for an answer without parts.
    static Set<String> partsOf(QuestionType type) {
        return switch (type) {
            case DATE -> DATE.fieldNames();
            case NAME -> NAME.fieldNames();
            case PASSPORT -> PASSPORT.fieldNames();
            case TEXT, LONG_TEXT, COUNTRY, CHOICE, YES_NO -> Set.of();
        };
    }

    private static StructType struct(String name, ImmutableMap<String, CelType> fields) {
        return StructType.create("kith." + name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    }
}
