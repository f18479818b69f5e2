package org.kith.server.card.face;

import java.util.Locale;
import java.util.stream.Collectors;
import org.kith.server.card.face.Strand.Point;
import org.kith.server.site.QrSquares;

/// Draws for a browser, which shapes and orders letters itself.
final class SvgPen implements Pen {
    private final StringBuilder out = new StringBuilder(20_000);
    private final String id;
    private int strands;

    SvgPen(String id, String title, String description) {
        this.id = id;
        out.append("<svg class=\"kith-face\" viewBox=\"0 0 856 540\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("t ")
                .append(id)
                .append("d\"><title id=\"")
                .append(id)
                .append("t\">")
                .append(escaped(title))
                .append("</title><desc id=\"")
                .append(id)
                .append("d\">")
                .append(escaped(description))
                .append("</desc>");
    }

    String svg() {
        return out + "</svg>";
    }

    @Override
    public void ground(Colour from, Colour middle, Colour to) {
        out.append(("<defs><linearGradient id=\"%1$sg\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\">"
                        + "<stop offset=\"0\" stop-color=\"%2$s\"/><stop offset=\".52\" stop-color=\"%3$s\"/>"
                        + "<stop offset=\"1\" stop-color=\"%4$s\"/></linearGradient>"
                        + "<clipPath id=\"%1$sk\"><rect width=\"856\" height=\"540\" rx=\"36\"/></clipPath></defs>"
                        + "<rect width=\"856\" height=\"540\" rx=\"36\" fill=\"url(#%1$sg)\"/>")
                .formatted(id, from.hex(), middle.hex(), to.hex()));
    }

    @Override
    public void strand(Strand strand) {
        var name = id + "s" + strands++;
        out.append("<defs><path id=\"")
                .append(name)
                .append("\" d=\"")
                .append(path(strand))
                .append("\"/></defs>");
        out.append("<g clip-path=\"url(#")
                .append(id)
                .append("k)\"><g fill=\"none\" stroke-width=\"")
                .append(number(strand.width()))
                .append("\" opacity=\"")
                .append(number(strand.opacity()))
                .append("\">");
        for (var copy : strand.placed()) {
            out.append("<use href=\"#")
                    .append(name)
                    .append("\" stroke=\"")
                    .append(copy.colour().hex())
                    .append("\" transform=\"translate(")
                    .append(number(copy.x()))
                    .append(' ')
                    .append(number(copy.y()))
                    .append(") rotate(")
                    .append(number(copy.degrees()))
                    .append(") scale(")
                    .append(number(copy.scale()))
                    .append(")\"/>");
        }
        out.append("</g></g>");
    }

    @Override
    public void words(Words words) {
        var kind = words.style() == Style.TITLE ? "title" : words.style() == Style.STRONG ? "strong" : "text";
        out.append("<text class=\"kith-face__")
                .append(kind)
                .append("\" x=\"")
                .append(number(words.x()))
                .append("\" y=\"")
                .append(number(words.baseline()))
                .append("\" font-size=\"")
                .append(number(words.size()))
                .append("\" fill=\"")
                .append(words.colour().hex())
                .append('"');
        if (words.fromEnd()) out.append(" text-anchor=\"end\"");
        out.append('>').append(escaped(words.text())).append("</text>");
    }

    @Override
    public void code(QrSquares code, double x, double y, double side) {
        var square = side / (code.size() + 2 * QrSquares.QUIET);
        out.append(("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"14\" fill=\"#fff\"/>"
                        + "<g transform=\"translate(%s %s) scale(%s)\"><path fill=\"%s\" shape-rendering=\"crispEdges\" d=\"%s\"/></g>")
                .formatted(
                        number(x),
                        number(y),
                        number(side),
                        number(side),
                        number(x + QrSquares.QUIET * square),
                        number(y + QrSquares.QUIET * square),
                        String.format(Locale.ROOT, "%.4f", square),
                        Colour.INK.hex(),
                        code.path()));
    }

    @Override
    public void edge(Colour colour) {
        out.append("<rect x=\".75\" y=\".75\" width=\"854.5\" height=\"538.5\" rx=\"35.5\" fill=\"none\" stroke=\"")
                .append(colour.hex())
                .append("\" stroke-opacity=\".28\" stroke-width=\"1.5\"/>");
    }

    private static String path(Strand strand) {
        var corners = strand.points().stream().map(SvgPen::corner).collect(Collectors.joining("L"));
        return "M" + corners + (strand.closed() ? "z" : "");
    }

    private static String corner(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
