package org.kith.server.card.face;

import org.kith.server.card.face.FaceContent.Labelled;
import org.kith.server.site.QrSquares;

/// The face of one card. It is drawn by a [Pen] that knows no card, so that screen and paper show the same.
public record CardFace(FaceContent content) {
    private static final Colour GROUND = new Colour(0xfbfaf6);
    private static final double LEFT = 48;
    private static final double RIGHT = 808;
    private static final double NAME_WIDTH = 452;
    private static final double CODE_SIDE = 304;

    /// The face as an SVG element whose colours and fonts are those of Kith's stylesheet.
    ///
    /// @param id sets its inner names apart from those of another face on the page
    public String svg(String id) {
        var pen = new SvgPen(id, content.cardName(), content.description());
        draw(pen);
        return pen.svg();
    }

    /// Whether a name can be put on paper in its own script with the fonts we have.
    public static boolean canPrint(String name) {
        return VisualText.canBeDrawn(name, Style.TITLE);
    }

    void draw(Pen pen) {
        var design = content.design();
        var ornament = new LineWork(design);
        pen.ground(GROUND.mixedWith(design.hueA(), .1), GROUND, GROUND.mixedWith(design.hueB(), .1));
        ornament.all().forEach(pen::strand);
        ornament.mark(77, 71, 1.55).forEach(pen::strand);
        head(pen);
        names(pen);
        facts(pen);
        pen.code(QrSquares.of(content.qr()), 830 - CODE_SIDE, 514 - CODE_SIDE, CODE_SIDE);
        pen.edge(design.hueA());
    }

    private void head(Pen pen) {
        var other = content.otherCardName();
        var title = Setting.within(content.cardName(), Style.TITLE, other == null ? 680 : 400, 1, 33, 28, 24, 20);
        pen.words(Words.at(124, 74, title.lines().getFirst(), Style.TITLE, title.size(), Colour.INK));
        pen.words(Words.at(125, 102, content.stateName(), Style.TEXT, 19, Colour.SOFT_INK));
        if (other == null) return;

        var second = Setting.within(other, Style.TEXT, 270, 1, 32, 28, 24, 20, 16);
        pen.words(Words.endingAt(RIGHT, 76, second.lines().getFirst(), Style.TEXT, second.size(), Colour.SOFT_INK));
    }

    /// Both spellings share the height above the facts; a long one takes it from its own size.
    private void names(Pen pen) {
        var own = content.ownName();
        var latin = Setting.within(content.latinName(), Style.TITLE, NAME_WIDTH, 2, 38, 32, 27, 23, 20);
        var baseline = write(pen, latin, 178);
        if (own == null) return;

        write(pen, Setting.within(own, Style.TITLE, NAME_WIDTH, 2, 34, 29, 25, 21, 18), baseline + 12);
    }

    private void facts(Pen pen) {
        fact(pen, LEFT, 372, content.number());
        fact(pen, LEFT, 436, content.validUntil());
        fact(pen, 300, 436, content.born());
        var note = Setting.within(content.notPassport(), Style.TEXT, 455, 1, 17, 16, 15, 14, 13, 12);
        pen.words(Words.at(LEFT, 506, note.lines().getFirst(), Style.TEXT, note.size(), Colour.SOFT_INK));
    }

    private static void fact(Pen pen, double x, double y, Labelled fact) {
        pen.words(Words.at(x, y, fact.label(), Style.TEXT, 19, Colour.SOFT_INK));
        var value = Setting.within(fact.value(), Style.STRONG, 240, 1, 26, 23, 20, 17);
        pen.words(Words.at(x, y + 28, fact.value(), Style.STRONG, value.size(), Colour.INK));
    }

    private static double write(Pen pen, Setting setting, double top) {
        var baseline = top;
        for (var line : setting.lines()) {
            pen.words(Words.at(LEFT, baseline, line, setting.style(), setting.size(), Colour.INK));
            baseline += setting.size() * setting.leading();
        }
        return baseline;
    }
}
