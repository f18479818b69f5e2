package org.kith.server.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class CentreFileTest {
    private static final String PORT_AMITY = """
            centres:
              - id: 6f0c1f3e-2a54-4d0e-9d59-5a1f0c6f9b11
                code: port-amity
                town: Port Amity
                country: XER
                address: |
                  Second floor, 18 Harbour Walk
                  Port Amity
                finding: Lift from the yard.
                time-zone: Asia/Kathmandu
                languages: [en, no]
                step-free: yes
                counters: 3
                hours:
                  monday: 09:00-12:00, 13:00-17:00
                holidays:
                  2026-12-02: Harbour day
            """;

    @Test
    void a_centre_is_read_as_it_is_written() throws IOException {
        var centre = read(PORT_AMITY);

        assertThat(centre.town()).isEqualTo("Port Amity");
        assertThat(centre.open()).isTrue();
        assertThat(centre.stepFree()).as("yes, as people write it").isTrue();
        assertThat(centre.languages()).extracting("language").containsExactly("en", "no");
        assertThat(centre.hours().weekly())
                .containsExactly(
                        new Opening(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                        new Opening(DayOfWeek.MONDAY, LocalTime.of(13, 0), LocalTime.of(17, 0)));
        assertThat(centre.hours().closedOn(LocalDate.of(2026, 12, 2)))
                .map(Holiday::note)
                .contains("Harbour day");
    }

    @Test
    void what_makes_no_sense_is_named() {
        assertThatThrownBy(() -> read(PORT_AMITY.replace("09:00-12:00", "12:00-09:00")))
                .hasMessageContaining("port-amity");
        assertThatThrownBy(() -> read(PORT_AMITY.replace("Asia/Kathmandu", "Erewhon/Amity")))
                .hasMessageContaining("port-amity");
        assertThatThrownBy(() -> read(PORT_AMITY.replace("    counters: 3\n", "")))
                .hasMessageContaining("port-amity")
                .hasMessageContaining("counters");
        assertThatThrownBy(() -> read(PORT_AMITY.replace("step-free: yes", "step-free: perhaps")))
                .hasMessageContaining("step-free");
    }

    @Test
    void the_demonstration_has_three_in_three_zones() throws IOException {
        var centres = CentreFile.read(new ClassPathResource("demo/centres.yaml"));

        assertThat(centres).hasSize(3);
        assertThat(centres.stream().map(centre -> centre.hours().zone())).doesNotHaveDuplicates();
    }

    private static Centre read(String yaml) throws IOException {
        return CentreFile.read(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                .getFirst();
    }
}
