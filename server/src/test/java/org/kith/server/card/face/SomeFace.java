package org.kith.server.card.face;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.server.card.face.FaceContent.Labelled;
import org.kith.server.card.face.SheetContent.Row;
import org.kith.server.card.face.SheetContent.Section;

/// Cards and sheets of invented people.
final class SomeFace {
    /// As long as a code with a name in two scripts, signed, comes out.
    static final String CODE = "6BF".repeat(140);

    private SomeFace() {}

    static FaceContent of(String latinName, @Nullable String ownName) {
        return new FaceContent(
                new Design(1, new Colour(0x0b6d78), new Colour(0xa2446f)),
                "Compatriot Card",
                "بطاقة أبناء الوطن",
                "Utopia",
                latinName,
                ownName,
                new Labelled("Card number", "UC 4071 9926 3058"),
                new Labelled("Valid until", "14 January 2032"),
                new Labelled("Born", "1991"),
                "Not a passport. Says nothing about nationality.",
                CODE,
                "Name: " + latinName);
    }

    static SheetContent sheet(FaceContent face) {
        return new SheetContent(
                Locale.ENGLISH,
                false,
                "Utopia, Office for Compatriots",
                "Compatriot Card of " + face.latinName(),
                "Cut out the card, or fold this sheet.",
                face,
                List.of(new Row("Name", face.latinName()), new Row("Printed", "20 January 2027")),
                "The whole card, signed.",
                List.of(new Section("If you lose this sheet", "Sign in and end this print.")));
    }

    static SheetContent arabicSheet(FaceContent face) {
        return new SheetContent(
                Locale.of("ar"),
                true,
                "يوتوبيا، مكتب أبناء الوطن",
                "بطاقة أبناء الوطن لحاملها " + face.latinName(),
                "قُصّ البطاقة على الخط، أو اطوِ هذه الورقة. يستطيع أي شخص التحقق منها في http://localhost:8080/check دون أن يعلم أحد.",
                face,
                List.of(new Row("الاسم", face.latinName()), new Row("طُبعت في", "٢٠ يناير ٢٠٢٧")),
                "البطاقة كاملة وموقّعة.",
                List.of(new Section("إذا فقدت هذه الورقة", "سجّل الدخول وأنهِ هذه النسخة المطبوعة. (رقم 2)")));
    }
}
