package org.kith.server.card.face;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// All that is printed on a sheet, in words.
///
/// @param caption   who issues the card
/// @param aboutCode what the code beside it carries
public record SheetContent(
        Locale language,
        boolean rightToLeft,
        String caption,
        String title,
        String lead,
        FaceContent face,
        List<Row> rows,
        String aboutCode,
        List<Section> sections) {
    public record Row(String label, String value) {}

    public record Section(String heading, String text) {}

    /// Whether our fonts have every letter of the sheet's own words.
    public boolean canBePrinted() {
        var labels = rows.stream().map(Row::label);
        var prose = sections.stream().flatMap(section -> Stream.of(section.heading(), section.text()));
        return Stream.concat(Stream.of(caption, lead, aboutCode), Stream.concat(labels, prose))
                .allMatch(text -> VisualText.canBeDrawn(text, Style.TEXT));
    }
}
