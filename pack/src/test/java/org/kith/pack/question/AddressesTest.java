package org.kith.pack.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.pack.Pack;
import org.kith.pack.SomePack;

/// An address has the fields that the country's post reads.
class AddressesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Pack PACK = SomePack.utopia()
            .replacing(
                    "questions/about-you.yaml",
                    "id: other_names\n        type: text",
                    "id: other_names\n        type: address")
            .loaded();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GBR | lines=7 Ash Row;town=Leeds;postcode=ls1 1aa            | ",
                "GBR | lines=7 Ash Row;town=Leeds;postcode=12345              | postcode: refused.address.postcode",
                "USA | lines=7 Ash Row;town=Salem;postcode=97301              | region: refused.address.region-missing",
                "HKG | lines=7 Ash Row;town=Kowloon                           | ",
                "JPN | postcode=100-0001;region=Tokyo;town=Chiyoda;lines=1-1  | ",
                "XER | lines=4 Butler Street;town=Erewhon                     | ",
                "KEN | lines=a\\nb\\nc\\nd;town=Nakuru                           | lines: refused.address.lines",
                "ZZZ | lines=a;town=b                                         | country: refused.country",
                "FRA | town=Lyon;postcode=69001                               | lines: refused.address.lines-missing",
            })
    void an_address_is_asked_for_as_its_country_writes_it(String country, String parts, String refused) {
        var told = check(country, parts) instanceof CheckedAnswer.Refused(var faults)
                ? faults.stream()
                        .map(fault -> fault.toString().replace("other_names.", ""))
                        .toList()
                : List.of();

        assertThat(told).isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    @Test
    void what_another_countrys_form_had_is_left_away() {
        var checked = check("HKG", "lines=7 Ash Row;town=Kowloon;postcode=1234;region=x");

        assertThat(checked)
                .isEqualTo(new CheckedAnswer.Accepted(new Value.Address("HKG", "7 Ash Row", "Kowloon", "", "")));
    }

    @Test
    void an_address_is_stored_and_read_back_and_said() {
        var address = new Value.Address("GBR", "Flat 2\n7 Ash Row", "Leeds", "", "LS1 1AA");
        var answers = Answers.NONE.with("other_names", address);

        assertThat(Answers.ofNeutral(PACK.questions(), answers.neutral())).isEqualTo(answers);
        assertThat(ValueText.of(
                        PACK.questions().question("other_names"),
                        address,
                        PACK.questions().countries(),
                        PACK.messages().english()))
                .isEqualTo("Flat 2, 7 Ash Row, LS1 1AA Leeds, United Kingdom");
    }

    @Test
    void every_field_has_a_name_and_every_country_of_the_table_exists() {
        var texts = PACK.messages().english();

        for (var country : PACK.questions().countries().inOrder(texts)) {
            assertThat(AddressFields.in(country.code()).fields())
                    .allMatch(field -> texts.has(field.labelKey()))
                    .anyMatch(field -> field.part().equals("lines"));
        }
    }

    private static CheckedAnswer check(String country, String parts) {
        var form = new HashMap<String, String>();
        form.put("other_names.country", country);
        for (var part : parts.split(";", -1)) {
            var pair = part.split("=", -1);
            form.put(
                    "other_names." + pair[0].strip(),
                    pair[1].replace("\\n", "\n").strip());
        }
        return PACK.questions().check("other_names", Map.copyOf(form), TODAY);
    }
}
