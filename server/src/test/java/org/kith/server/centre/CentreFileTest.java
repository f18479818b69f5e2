package org.kith.server.centre;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.pack.source.Fault;
import org.kith.server.centre.Around.Discretion;
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
    void a_centre_is_read_as_it_is_written() {
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
    void every_fault_is_told_at_once_with_its_line_and_how_to_mend_it() {
        var faulty = PORT_AMITY
                .replace("6f0c1f3e-2a54-4d0e-9d59-5a1f0c6f9b11", "harbour")
                .replace("09:00-12:00", "12h00-09:00")
                .replace("Asia/Kathmandu", "Erewhon/Amity")
                .replace("    counters: 3\n", "")
                .replace("[en, no]", "[en, english]")
                .replace("step-free: yes", "stepfree: yes")
                .replace("2026-12-02", "2 December");

        assertThat(CentreFile.read("centres.yaml", faulty.getBytes(UTF_8)).faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "centres.yaml:2: `counters` is missing; add `counters:`",
                        "centres.yaml:2: `id` cannot be `harbour`; write one that `uuidgen` makes",
                        "centres.yaml:2: `step-free` is missing; add `step-free:`",
                        "centres.yaml:10: `Erewhon/Amity` is no time zone; write one such as Asia/Kathmandu",
                        "centres.yaml:11: `english` is no language; write its code, such as en, ar or zh",
                        "centres.yaml:12: `stepfree` is not known here; use one of id, code, town, country, address, "
                                + "finding, time-zone, languages, step-free, counters, open, hours, holidays, map, access, without, roster, roster-days",
                        "centres.yaml:14: `12h00-09:00` is not when a centre opens and closes; write 09:00-12:00, "
                                + "and more of them after a comma",
                        "centres.yaml:16: `2 December` is no day; write it as 2026-12-02");
    }

    @Test
    void a_centre_that_closes_before_it_opens_and_two_of_one_id_are_faults() {
        var twice = PORT_AMITY.replace("09:00-12:00", "12:00-09:00")
                + PORT_AMITY.replace("centres:\n", "").replace("code: port-amity", "code: strelsau");

        assertThat(CentreFile.read("centres.yaml", twice.getBytes(UTF_8)).faults())
                .extracting(Fault::what)
                .containsExactly(
                        "`12:00-09:00` is not when a centre opens and closes",
                        "another centre has the id `6f0c1f3e-2a54-4d0e-9d59-5a1f0c6f9b11`");
    }

    @Test
    void what_else_there_is_to_know_of_a_centre_is_read_as_it_is_written() {
        var centre = read(PORT_AMITY + """
                    map: geo:27.7172,85.324
                    access: The lift is 80 cm wide.
                    without: [calendar, reminder]
                    roster:
                      monday: 09:00-12:00 2, 13:00-17:00 1
                    roster-days:
                      2026-12-24: 09:00-12:00 1
                      2026-12-31: none
                """);

        assertThat(centre.around())
                .isEqualTo(new Around(
                        "geo:27.7172,85.324",
                        "The lift is 80 cm wide.",
                        Set.of(Discretion.CALENDAR, Discretion.REMINDER)));
        assertThat(centre.roster().weekly().get(DayOfWeek.MONDAY)).hasSize(2);
        assertThat(centre.roster().officersAt(LocalDateTime.of(2026, 11, 30, 11, 59)))
                .isEqualTo(2);
        assertThat(centre.roster().officersAt(LocalDateTime.of(2026, 11, 30, 12, 0)))
                .isZero();
        assertThat(centre.roster().officersAt(LocalDateTime.of(2026, 12, 24, 9, 0)))
                .as("a Thursday that is otherwise")
                .isEqualTo(1);
        assertThat(centre.roster().officersAt(LocalDateTime.of(2026, 12, 31, 9, 0)))
                .isZero();
        assertThat(read(PORT_AMITY).roster().officersAt(LocalDateTime.of(2026, 11, 30, 9, 0)))
                .as("without a roster the counters count")
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void faults_of_maps_rosters_and_times_are_told_with_their_lines() {
        var faulty = PORT_AMITY.replace("09:00-12:00", "09:02-12:00") + """
                    map: javascript:alert(1)
                    without: [calender]
                    roster:
                      moonday: 09:00-12:00 2
                      tuesday: 09:00-12:00
                      friday: 12:00-09:00 2
                    roster-days:
                      Christmas: none
                      2026-12-24: few
                """;

        var faults = CentreFile.read("centres.yaml", faulty.getBytes(UTF_8)).faults();

        assertThat(faults).extracting(Fault::line).containsExactly(15, 18, 19, 21, 22, 23, 25, 26);
        assertThat(faults).allSatisfy(fault -> assertThat(fault.mend()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a", "centres: 3", "centres:\n  - 4", "centres: []", "\t", "centre: []"})
    void what_is_no_file_of_centres_is_told(String content) {
        assertThat(CentreFile.read("centres.yaml", content.getBytes(UTF_8)).faults())
                .isNotEmpty();
    }

    @Test
    void the_demonstration_has_three_in_three_zones() throws IOException {
        var centres = CentreFile.read(
                        "centres.yaml", new ClassPathResource("demo/centres.yaml").getContentAsByteArray())
                .centres();

        assertThat(centres).hasSize(3);
        assertThat(centres.stream().map(centre -> centre.hours().zone())).doesNotHaveDuplicates();
    }

    private static Centre read(String yaml) {
        var file = CentreFile.read("centres.yaml", yaml.getBytes(UTF_8));
        assertThat(file.faults()).isEmpty();
        return file.centres().getFirst();
    }
}
