package org.kith.pack.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.question.Question;
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
            "exists_one",
            "filter",
            "size",
            "matches",
            "contains",
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

    private static final StructType ADDRESS = struct(
            "Address",
            ImmutableMap.of(
                    "country", SimpleType.STRING,
                    "town", SimpleType.STRING,
                    "region", SimpleType.STRING,
                    "postcode", SimpleType.STRING));

    private static final List<StructType> STRUCTS = List.of(DATE, NAME, PASSPORT, ADDRESS);

    private Vocabulary() {}

    /// The types that rules over these questions know: those of answers with parts, and one for each group.
    static CelTypeProvider types(Collection<Question> questions) {
        var all = new HashMap<String, StructType>();
        STRUCTS.forEach(type -> all.put(type.name(), type));
        for (var question : questions) {
            if (question.group().isEmpty()) continue;
            var fields = new LinkedHashMap<String, CelType>();
            question.group().get().members().forEach(member -> fields.put(member.name(), typeOf(member)));
            var type = struct("group." + question.id(), ImmutableMap.copyOf(fields));
            all.put(type.name(), type);
        }
        var types = ImmutableMap.copyOf(all);
        return new CelTypeProvider() {
            @Override
            public ImmutableList<CelType> types() {
                return ImmutableList.copyOf(types.values());
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(types.get(name));
            }
        };
    }

    static CelType typeOf(Question question) {
        return switch (question.type()) {
            case TEXT, LONG_TEXT, COUNTRY, CHOICE -> SimpleType.STRING;
            case YES_NO -> SimpleType.BOOL;
            case DATE -> date();
            case NAME -> StructTypeReference.create(NAME.name());
            case PASSPORT -> StructTypeReference.create(PASSPORT.name());
            case ADDRESS -> StructTypeReference.create(ADDRESS.name());
            case GROUP -> ListType.create(StructTypeReference.create("kith.group." + question.id()));
            case DOCUMENTS -> ListType.create(SimpleType.STRING);
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
            case ADDRESS -> ADDRESS.fieldNames();
            case TEXT, LONG_TEXT, COUNTRY, CHOICE, YES_NO, GROUP, DOCUMENTS -> Set.of();
        };
    }

    private static StructType struct(String name, ImmutableMap<String, CelType> fields) {
        return StructType.create("kith." + name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    }
}
