package org.kith.pack.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.pack.SomePack;
import org.kith.pack.text.Texts;

/// Dates as papers give them: in parts, and in other calendars.
class CalendarsTest {
    @ParameterizedTest
    @CsvSource({
        "1931-04-27, 1931-04-27, 1931-04-27",
        "1931, 1931-01-01, 1931-12-31",
        "julian:1917-10-25, 1917-11-07, 1917-11-07",
        "hebrew:5708-08, 1948-04-10, 1948-05-09",
        "hebrew:5784, 2023-09-16, 2024-10-02",
        "islamic:1445-09-01, 2024-03-11, 2024-03-11",
        "persian:1357-11-22, 1979-02-11, 1979-02-11",
        "ethiopic:2000-01-01, 2007-09-12, 2007-09-12",
        "buddhist:2500-01-01, 1957-01-01, 1957-01-01",
        "roc:0038-10-01, 1949-10-01, 1949-10-01",
    })
    void a_date_of_a_paper_means_certain_days_of_ours(String written, LocalDate first, LocalDate last) {
        var date = PartialDate.parse(written);

        assertThat(date.earliest()).isEqualTo(first);
        assertThat(date.latest()).isEqualTo(last);
        assertThat(date).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hebrew:5785-06-01", // no leap year, so no Adar I
                "hebrew:5784-14",
                "islamic:1400-13-01",
                "persian:1359-12-30",
                "ethiopic:2000-13-06",
                "julian:1901-02-29",
                "mayan:0001",
                "1931-02-30",
                "1931-00-03",
                "0000",
            })
    void a_day_that_the_calendar_does_not_have_is_no_date(String written) {
        assertThatThrownBy(() -> PartialDate.parse(written)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_whole_date_is_one_of_ours_and_a_foreign_year_mostly_none() {
        assertThat(PartialDate.parse("julian:1917-10-25").gregorian()).contains(PartialDate.parse("1917-11-07"));
        assertThat(PartialDate.parse("islamic:1400").gregorian()).isEmpty();
        assertThat(PartialDate.parse("buddhist:2500").gregorian()).contains(new PartialDate(1957, 0, 0));
        assertThat(PartialDate.parse("1931-04").gregorian()).contains(PartialDate.parse("1931-04"));
    }

    @Test
    void every_day_of_a_century_comes_back_from_every_calendar() {
        var first = LocalDate.of(1925, 1, 1).toEpochDay();
        for (var day = first; day < first + 36_525; day += 97) {
            var ours = LocalDate.ofEpochDay(day);
            for (var calendar : DateCalendar.values()) {
                var written = calendar.written(ours);
                assertThat(written.earliest()).as("%s", written).isEqualTo(ours);
                assertThat(PartialDate.parse(written.toString())).isEqualTo(written);
            }
        }
    }

    @Test
    void an_answer_says_both_what_the_paper_has_and_what_it_means() {
        assertThat(said("julian:1917-10-25", english()))
                .isEqualTo("October 25, 1917, Julian (old style) calendar: November 7, 1917");
        assertThat(said("hebrew:5708-08", english()))
                .isEqualTo("Nisan 5708, Hebrew calendar: between April 10, 1948 and May 9, 1948");
    }

    @Test
    void months_and_articles_are_those_of_the_language() {
        var french = SomePack.of("arcadia").loaded().messages().in("fr");

        assertThat(said("julian:1895-03", french))
                .isEqualTo(
                        "mars 1895, calendrier julien (ancien style)\u00a0: entre le 13 mars 1895 et le 12 avril 1895");
        assertThat(said("islamic:1420-09-01", french)).startsWith("1 ramadan 1420 AH, ");
    }

    @Test
    void every_calendar_has_a_name() {
        assertThat(Arrays.stream(DateCalendar.values()))
                .allMatch(each -> english()
                        .has("calendar."
                                + each.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    }

    private static String said(String date, Texts texts) {
        return ValueText.date(PartialDate.parse(date), texts);
    }

    private static Texts english() {
        return SomePack.utopia().loaded().messages().english();
    }
}
