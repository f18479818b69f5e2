package org.kith.server.admin.web;

import java.util.List;
import java.util.Map;
import org.kith.server.identity.CentreFigures;
import org.kith.server.identity.CentreFigures.Day;
import org.kith.server.identity.NotConfirmed;

/// How the days of a centre went.
///
/// @param others centres to choose from, for whoever works for all of them
/// @param highest the most of any day, to which the chart is drawn; 0 where there is none to draw
public record CentreFiguresPage(
        String town,
        List<Choice> others,
        List<Day> days,
        Map<NotConfirmed, Integer> reasons,
        boolean inTens,
        int highest) {
    private static final int HEIGHT = 100;

    public CentreFiguresPage {
        others = List.copyOf(others);
        days = List.copyOf(days);
    }

    static CentreFiguresPage of(String town, List<Choice> others, CentreFigures.Told told) {
        var highest = told.days().stream().mapToInt(Day::booked).max().orElse(0);
        return new CentreFiguresPage(town, others, told.days(), told.reasons(), told.inTens(), highest);
    }

    /// A centre by its code.
    public record Choice(String code, String town, boolean here) {}

    /// The oldest day first, as a chart reads.
    public List<Day> drawn() {
        return days.reversed();
    }

    /// How high a bar stands, of 100.
    public int height(int number) {
        return Math.min(HEIGHT, number * HEIGHT / highest);
    }
}
