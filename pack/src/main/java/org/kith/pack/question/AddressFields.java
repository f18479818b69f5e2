package org.kith.pack.question;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.YamlFile;

/// The fields that an address has in a country, in the order in which its post reads them.
///
/// The country comes first, on a page or a step of its own, since the other fields follow from it.
///
/// @param example of a postcode, or empty
public record AddressFields(List<Field> fields, String example) {
    private static final Map<String, AddressFields> BY_COUNTRY = new HashMap<>();
    private static final AddressFields GENERAL = load();

    public AddressFields {
        fields = List.copyOf(fields);
    }

    /// One field. Its form field is `<question>.<part>`.
    ///
    /// @param part `lines` (one to three of them), `town`, `region` or `postcode`
    /// @param labelKey what the country calls it
    public record Field(String part, String labelKey, boolean required, Optional<Pattern> pattern) {}

    public static AddressFields in(String country) {
        return BY_COUNTRY.getOrDefault(country, GENERAL);
    }

    public Optional<Field> field(String part) {
        return fields.stream().filter(field -> field.part().equals(part)).findFirst();
    }

    private static AddressFields load() {
        var faults = new Faults();
        var file = YamlFile.read("addresses.yaml", resource(), faults).orElseThrow();
        for (var each : file.blocks("countries")) {
            var pattern = each.optionalText("postcode").map(Pattern::compile);
            var fields = fields(each, "fields", each.optionalText("region"), pattern);
            var form = new AddressFields(fields, each.optionalText("example").orElse(""));
            for (var code : each.words("codes")) BY_COUNTRY.put(code.text(), form);
        }
        if (!faults.none()) throw new IllegalStateException(faults.sorted().toString());
        return new AddressFields(fields(file, "general", Optional.empty(), Optional.empty()), "");
    }

    private static List<Field> fields(Block block, String key, Optional<String> region, Optional<Pattern> postcode) {
        return block.words(key).stream()
                .map(word -> {
                    var part = word.text().replace("*", "");
                    var label = part.equals("region") ? "region." + region.orElse("any") : part;
                    return new Field(
                            part,
                            "field.address." + label,
                            word.text().endsWith("*"),
                            part.equals("postcode") ? postcode : Optional.empty());
                })
                .toList();
    }

    private static byte[] resource() {
        try (var stream = AddressFields.class.getResourceAsStream("addresses.yaml")) {
            if (stream == null) throw new IllegalStateException("addresses.yaml is not in the library");
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
