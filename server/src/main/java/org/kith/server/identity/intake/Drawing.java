package org.kith.server.identity.intake;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.kith.credential.mrz.optical.PhotographedZone;
import org.kith.server.identity.FileKind;
import org.kith.server.identity.Intake;
import org.kith.server.identity.Page;
import org.kith.server.identity.PictureHint;

/// The drawing process: a file comes in, pages go out, and nothing else is left of it. Libraries that decode strangers'
/// files run here alone, with a small heap and no secrets, and are killed when time is up.
public final class Drawing {
    private Drawing() {}

    /// Takes the kind of file, for how many milliseconds it may draw, and what for;
    /// for a zone also what day it is, for a face whether its eyes must be open.
    public static void main(String[] arguments) throws IOException {
        leaveAfter(Long.parseLong(arguments[1]));
        var out = System.out;
        // What libraries print must not get between the pages.
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        var file = System.in.readNBytes(Limits.CONVERTED_BYTES);
        var kind = FileKind.valueOf(arguments[0]);
        var purpose = Purpose.valueOf(arguments[2]);
        if (purpose == Purpose.ZONE) lookForZone(file, kind, LocalDate.parse(arguments[3]), out);
        else write(draw(file, kind, purpose, arguments.length > 3 && arguments[3].equals("true")), out);
    }

    /// The server ends this process in time. Were the server killed meanwhile, nobody would.
    private static void leaveAfter(long milliseconds) {
        var watch = new Thread(() -> {
            try {
                Thread.sleep(milliseconds);
            } catch (InterruptedException _) {
                // Nobody interrupts it; if somebody did, it is time to leave as well.
            }
            Runtime.getRuntime().halt(3);
        });
        watch.setDaemon(true);
        watch.start();
    }

    static Intake draw(byte[] file, FileKind kind, Purpose purpose, boolean eyesOpen) {
        try {
            return switch (kind) {
                case PDF -> PdfPages.draw(file);
                // A HEIC photo comes converted, and turned as its file said.
                case JPEG, PNG, HEIC -> Picture.draw(file, kind, purpose, eyesOpen);
                case WEBP, GIF, TIFF, WEB_PAGE, OFFICE, OTHER -> new Intake.NotADocument(kind);
            };
        } catch (IOException | RuntimeException _) {
            return new Intake.Unreadable();
        } catch (StackOverflowError _) {
            return new Intake.TooHeavy();
        }
    }

    static void write(Intake intake, OutputStream to) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(to))) {
            out.writeUTF(intake.getClass().getSimpleName());
            if (!(intake instanceof Intake.Accepted(var pages))) return;

            out.writeInt(pages.size());
            for (var page : pages) {
                out.writeInt(page.width());
                out.writeInt(page.height());
                out.writeUTF(PictureHint.written(page.hints()));
                out.writeInt(page.jpeg().length);
                out.write(page.jpeg());
            }
        }
    }

    private static void lookForZone(byte[] file, FileKind kind, LocalDate today, OutputStream out) throws IOException {
        try {
            switch (Picture.decode(file, kind)) {
                case Picture.Decoded(var image, var orientation) -> {
                    var upright = Resampling.of(image, orientation, 0, Limits.EDGE_KEPT);
                    ZoneOutput.write(PhotographedZone.on(upright, today), out);
                }
                case Picture.NotDecoded(var why) -> write(why, out);
            }
        } catch (IOException | RuntimeException _) {
            write(new Intake.Unreadable(), out);
        }
    }

    /// Pages come out.
    static final Redrawing.Output<Intake> PAGES = new Redrawing.Output<>() {
        @Override
        public Intake read(DataInputStream from) throws IOException {
            return Drawing.read(from);
        }

        @Override
        public Intake refused(Intake.Refused why) {
            return why;
        }
    };

    /// Reads what [#write] wrote. The writer is not trusted: it has had a stranger's file in its hands.
    static Intake read(DataInputStream in) throws IOException {
        return switch (in.readUTF()) {
            case "Accepted" -> new Intake.Accepted(pages(in));
            case "TooManyPages" -> new Intake.TooManyPages();
            case "TooManyPixels" -> new Intake.TooManyPixels();
            case "TooSmall" -> new Intake.TooSmall();
            case "PasswordProtected" -> new Intake.PasswordProtected();
            case "PartlyUnreadable" -> new Intake.PartlyUnreadable();
            case "TooHeavy" -> new Intake.TooHeavy();
            default -> new Intake.Unreadable();
        };
    }

    private static List<Page> pages(DataInputStream in) throws IOException {
        var count = in.readInt();
        if (count < 1 || count > Limits.PAGES) throw new IOException("pages: " + count);

        var pages = new ArrayList<Page>();
        var left = Limits.DRAWN_BYTES;
        for (var i = 0; i < count; i++) {
            var width = in.readInt();
            var height = in.readInt();
            var hints = PictureHint.read(in.readUTF());
            var length = in.readInt();
            if (!isEdge(width) || !isEdge(height)) throw new IOException("page of " + width + " by " + height);
            if (length < 1 || length > left) throw new IOException("page of " + length + " bytes");
            left -= length;
            pages.add(new Page(width, height, in.readNBytes(length), hints));
        }
        return pages;
    }

    private static boolean isEdge(int pixels) {
        return pixels > 0 && pixels <= 2 * Limits.EDGE_KEPT;
    }
}
