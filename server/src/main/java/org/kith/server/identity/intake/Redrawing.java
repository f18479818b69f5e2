package org.kith.server.identity.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.kith.server.identity.FileKind;
import org.kith.server.identity.Intake;
import org.kith.server.identity.PassportReading;
import org.kith.server.identity.scan.VirusScan;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Takes a file from a stranger and gives back pages drawn anew, or the reason why not.
///
/// Deadline and memory bound hold for whatever the file does, because it is decoded in a process of its own (see
/// [Drawing]): a thread cannot be stopped, and one large array too many would have stopped the whole server.
@Component
public class Redrawing {
    private static final String NESTED_JARS = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private final HeifConversion heif;
    private final OpenCv openCv;
    private final Duration time;
    private final VirusScan scan;

    /// @param time how long one file may take; slow machines may need more
    public Redrawing(HeifConversion heif, @Value("${kith.drawing-time}") Duration time, VirusScan scan, OpenCv openCv) {
        this.heif = heif;
        this.openCv = openCv;
        this.time = time;
        this.scan = scan;
    }

    /// Whether HEIC photos can be taken too.
    public boolean takesHeic() {
        return heif.isThere();
    }

    /// Reads `in` to its end, or to one byte more than a file may have.
    public Intake redraw(InputStream in) {
        return drawn(in, kind -> kind.isDrawable() || isHeic(kind), List.of(Purpose.PAPER.name()), Drawing.PAGES);
    }

    /// The same for a single picture: a document is not taken for one.
    ///
    /// @param eyesOpen whether whoever is on it is old enough to have to open their eyes
    public Intake redrawPicture(InputStream in, boolean eyesOpen) {
        var purpose = List.of(Purpose.PORTRAIT.name(), String.valueOf(eyesOpen));
        return drawn(in, this::isPicture, purpose, Drawing.PAGES);
    }

    /// Reads the machine readable zone from the photo of a page. Nothing of the photo is kept.
    public PassportReading readZone(InputStream in, LocalDate today) {
        return drawn(in, this::isPicture, List.of(Purpose.ZONE.name(), today.toString()), new ZoneOutput(today));
    }

    /// What is made of that which comes out of the drawing process. The process has had a stranger's file in its hands:
    /// it
    /// is not trusted.
    interface Output<T> {
        T read(DataInputStream from) throws IOException;

        T refused(Intake.Refused why);
    }

    private <T> T drawn(InputStream in, Predicate<FileKind> taken, List<String> purpose, Output<T> output) {
        // Before the file is read: what waits for its turn waits on the disk.
        places.acquireUninterruptibly();
        try {
            var file = in.readNBytes(Limits.FILE_BYTES + 1);
            var kind = FileKind.of(Arrays.copyOf(file, Math.min(file.length, FileKind.HEAD)));
            if (file.length == 0) return output.refused(new Intake.Empty());
            if (file.length > Limits.FILE_BYTES) return output.refused(new Intake.TooLarge());
            if (!taken.test(kind)) return output.refused(new Intake.NotADocument(kind));

            return switch (scan.look(file)) {
                case CLEAN -> clean(file, kind, purpose, output);
                case FOUND -> output.refused(new Intake.Infected());
                case NOT_CHECKED -> output.refused(new Intake.NotChecked());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private <T> T clean(byte[] file, FileKind kind, List<String> purpose, Output<T> output) throws IOException {
        if (kind != FileKind.HEIC) return drawApart(file, kind, purpose, output);

        var jpeg = heif.convert(file);
        return jpeg.isPresent()
                ? drawApart(jpeg.get(), kind, purpose, output)
                : output.refused(new Intake.Unreadable());
    }

    private boolean isPicture(FileKind kind) {
        return kind == FileKind.JPEG || kind == FileKind.PNG || isHeic(kind);
    }

    private boolean isHeic(FileKind kind) {
        return kind == FileKind.HEIC && heif.isThere();
    }

    private <T> T drawApart(byte[] file, FileKind kind, List<String> purpose, Output<T> output) throws IOException {
        var process = process(kind, purpose);
        try {
            var drawn = new ByteArrayOutputStream();
            var feeding = Thread.startVirtualThread(() -> feed(process, file));
            var reading = Thread.startVirtualThread(() -> collect(process, drawn));
            if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) return output.refused(new Intake.TooHeavy());

            feeding.join();
            reading.join();
            // The process leaves with an error of its own only when its heap was not enough.
            if (process.exitValue() != 0) return output.refused(new Intake.TooHeavy());
            return answer(drawn.toByteArray(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return output.refused(new Intake.TooHeavy());
        } finally {
            process.destroyForcibly();
        }
    }

    /// Pages of noise come to more than we read, and a process that a file has taken over says what it likes.
    private static <T> T answer(byte[] drawn, Output<T> output) {
        try {
            return output.read(new DataInputStream(new ByteArrayInputStream(drawn)));
        } catch (IOException _) {
            return output.refused(new Intake.TooHeavy());
        }
    }

    private static void feed(Process process, byte[] file) {
        try (var to = process.getOutputStream()) {
            to.write(file);
        } catch (IOException _) {
            // It has left early; its exit says why.
        }
    }

    private static void collect(Process process, ByteArrayOutputStream drawn) {
        try (var from = process.getInputStream()) {
            drawn.write(from.readNBytes(Limits.DRAWN_BYTES + 1024));
        } catch (IOException _) {
            // It was killed; what came so far is not looked at.
        }
    }

    private Process process(FileKind kind, List<String> purpose) throws IOException {
        var builder = new ProcessBuilder(command(kind, purpose));
        // No settings, no passwords: whoever breaks the decoder finds an empty room.
        builder.environment().clear();
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private List<String> command(FileKind kind, List<String> purpose) {
        var classPath = System.getProperty("java.class.path");
        var main = Drawing.class.getName();
        var inside = isNested();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Limits.HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
                "-Dloader.main=" + main,
                "-cp",
                openCv.behind(classPath),
                inside ? NESTED_JARS : main,
                kind.name(),
                String.valueOf(time.toMillis())));
        command.addAll(1, openCv.settings());
        command.addAll(purpose);
        return command;
    }

    /// In the one deployable our libraries lie inside a jar, and only its own launcher finds them there.
    private static boolean isNested() {
        return Redrawing.class.getClassLoader().getResource(NESTED_JARS.replace('.', '/') + ".class") != null;
    }
}
