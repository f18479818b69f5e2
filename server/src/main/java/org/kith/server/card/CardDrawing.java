package org.kith.server.card;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.server.card.face.CardFace;
import org.kith.server.card.face.CardSheet;
import org.kith.server.card.face.Colour;
import org.kith.server.card.face.Design;
import org.kith.server.card.face.FaceContent;
import org.kith.server.card.face.FaceContent.Labelled;
import org.kith.server.card.face.SheetContent;
import org.kith.server.card.face.SheetContent.Row;
import org.kith.server.card.face.SheetContent.Section;
import org.kith.server.programme.Programme;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.Brand;
import org.kith.server.site.QrSquares;
import org.kith.server.site.Texts;
import org.springframework.stereotype.Component;

/// Puts a card on a screen, or on paper. The face speaks the programme's first language, as whoever checks it may live
/// anywhere; what stands around it on paper speaks the holder's.
@Component
public class CardDrawing {
    private final Cards cards;
    private final CardCode code;
    private final Programme programme;
    private final Brand brand;
    private final BaseUrl base;
    private final Texts texts;

    CardDrawing(Cards cards, CardCode code, Programme programme, Brand brand, BaseUrl base, Texts texts) {
        this.cards = cards;
        this.code = code;
        this.programme = programme;
        this.brand = brand;
        this.base = base;
        this.texts = texts;
    }

    /// A card on a screen.
    ///
    /// @param face      as an SVG element
    /// @param codePath  the code alone, larger, as an SVG path
    /// @param codeSize  squares along its side
    /// @param codeQuiet squares of light around it
    public record OnScreen(String face, String codePath, int codeSize, int codeQuiet) {
        public int codeSide() {
            return codeSize + 2 * codeQuiet;
        }
    }

    public OnScreen onScreen(Card card, CardCopy copy, Locale language) {
        var content = face(card, words(card), copy, language, false);
        var squares = QrSquares.of(content.qr());
        return new OnScreen(new CardFace(content).svg("card"), squares.path(), squares.size(), QrSquares.QUIET);
    }

    /// The code alone, where a page of its own is around it.
    public QrSquares code(Card card, CardCopy copy) {
        return QrSquares.of(code.of(words(card), copy));
    }

    /// The face of nobody’s card, for those who have none. Its code leads to the page that checks cards.
    public String specimen(Locale reader) {
        var language = brand.fallback();
        var pack = programme.current();
        var number = pack.programme().card().numberPrefix() + " 0000 0000 0000";
        var content = new FaceContent(
                design(pack),
                brand.cardName().apply(language),
                otherName(reader),
                brand.stateName().apply(language),
                texts.text(language, "card.specimen"),
                reader.equals(language) ? null : texts.text(reader, "card.specimen"),
                new Labelled(texts.text(language, "card.face.number"), number),
                new Labelled(texts.text(language, "card.face.until"), "–"),
                new Labelled(texts.text(language, "card.face.born"), "–"),
                texts.text(language, "card.face.not-passport"),
                base.link("/check"),
                texts.text(reader, "card.specimen.description"));
        return new CardFace(content).svg("specimen");
    }

    /// An A4 sheet as a PDF, in the holder's language if we have its letters.
    public byte[] sheet(Card card, CardCopy print, Locale language) {
        var content = sheetIn(language, card, print);
        var printed = content.canBePrinted() ? content : sheetIn(brand.fallback(), card, print);
        return new CardSheet(printed).pdf();
    }

    private FaceContent face(Card card, CardWords words, CardCopy copy, Locale reader, boolean onPaper) {
        var language = brand.fallback();
        var pack = programme.version(card.pack());
        var number = card.number().printed(pack.programme().card().numberPrefix());
        var ends = date(card.validUntil(), language);
        var own = words.own();
        return new FaceContent(
                design(pack),
                brand.cardName().apply(language),
                otherName(reader),
                brand.stateName().apply(language),
                words.latin(),
                own != null && onPaper && !CardFace.canPrint(own) ? null : own,
                new Labelled(texts.text(language, "card.face.number"), number),
                new Labelled(texts.text(language, "card.face.until"), ends),
                new Labelled(texts.text(language, "card.face.born"), String.valueOf(words.born())),
                texts.text(language, "card.face.not-passport"),
                code.of(words, copy),
                texts.text(reader, "card.face.description", words.latin(), number, date(card.validUntil(), reader)));
    }

    private SheetContent sheetIn(Locale language, Card card, CardCopy print) {
        var words = words(card);
        var face = face(card, words, print, language, true);
        return new SheetContent(
                language,
                ULocale.forLocale(language).isRightToLeft(),
                programme.texts(language).text("authority.name"),
                texts.text(language, "card.sheet.title", brand.cardName().apply(language), words.latin()),
                texts.text(language, "card.sheet.lead"),
                face,
                rows(language, card, print, words, face),
                texts.text(language, "card.sheet.about-code"),
                List.of(
                        section(language, "check", base.link("/check")),
                        section(language, "linkable"),
                        section(language, "lost", print.label()),
                        section(language, "not-passport")));
    }

    private List<Row> rows(Locale language, Card card, CardCopy print, CardWords words, FaceContent face) {
        var rows = new ArrayList<Row>();
        rows.add(row(language, "name", words.latin()));
        var own = words.own();
        if (own != null) {
            var printed = face.ownName() == null ? texts.text(language, "card.sheet.no-letters") : own;
            rows.add(row(language, "own-name", printed));
        }
        rows.add(row(language, "number", face.number().value()));
        rows.add(row(language, "until", date(card.validUntil(), language)));
        rows.add(row(language, "printed", date(day(print.madeAt()), language)));
        rows.add(row(language, "print", String.valueOf(print.label())));
        return rows;
    }

    private Row row(Locale language, String key, String value) {
        return new Row(texts.text(language, "card.sheet.row." + key), value);
    }

    private Section section(Locale language, String key, Object... arguments) {
        return new Section(
                texts.text(language, "card.sheet." + key + ".title"),
                texts.text(language, "card.sheet." + key + ".text", arguments));
    }

    private CardWords words(Card card) {
        return cards.words(card).orElseThrow(() -> new IllegalStateException("the holder has left"));
    }

    /// The card's name in the reader's language, or in the programme's second.
    private @Nullable String otherName(Locale reader) {
        var first = brand.cardName().apply(brand.fallback());
        var reading = brand.cardName().apply(reader);
        if (!reading.equals(first)) return reading;

        return brand.languages().size() < 2
                ? null
                : brand.cardName().apply(brand.languages().get(1));
    }

    /// One pattern for all cards of a programme: its seed is the pack's, never the person's.
    private static Design design(Pack pack) {
        var seed = pack.programme().card().patternSeed();
        var number =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        return pack.programme()
                .colours()
                .map(colours -> new Design(
                        number,
                        Colour.parse(colours.light().hueA()),
                        Colour.parse(colours.light().hueB())))
                .orElseGet(() -> Design.plain(number));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String date(LocalDate day, Locale language) {
        return DateFormat.getDateInstance(DateFormat.LONG, language).format((java.time.temporal.Temporal) day);
    }
}
