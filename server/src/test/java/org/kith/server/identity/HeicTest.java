package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.identity.intake.OpenCv;
import org.kith.server.identity.intake.Redrawing;
import org.kith.server.identity.scan.VirusScan;

class HeicTest {
    @TempDir
    private Path home;

    @BeforeEach
    void needs_the_program() {
        SomeHeic.needed();
    }

    @Test
    void a_heic_photo_is_kept_as_a_page_like_any_other() throws IOException {
        var intake = redraw(SomeHeic.of(SomeFile.picture(1600, 1200), home), "heif-convert");

        assertThat(intake).isInstanceOfSatisfying(Intake.Accepted.class, accepted -> {
            var page = accepted.pages().getFirst();
            assertThat(page.width()).isEqualTo(1600);
            assertThat(FileKind.of(Arrays.copyOf(page.jpeg(), 20))).isEqualTo(FileKind.JPEG);
        });
        var image = ImageIO.read(new ByteArrayInputStream(
                ((Intake.Accepted) intake).pages().getFirst().jpeg()));
        assertThat(new Color(image.getRGB(100, 100)).getRed()).isGreaterThan(150);
        assertThat(new Color(image.getRGB(1500, 1100)).getBlue()).isGreaterThan(150);
    }

    @Test
    void nothing_of_it_stays_behind() throws IOException {
        redraw(SomeHeic.of(SomeFile.picture(800, 600), home), "heif-convert");
        redraw(broken(), "heif-convert");

        for (var folder : folders()) {
            assertThat(folder).isEmptyDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
        assertThat(folders()).hasSize(1);
    }

    @Test
    void what_a_killed_server_left_goes_at_the_next_start() throws IOException {
        SomeHeic.conversion("heif-convert", home, Duration.ofSeconds(1));
        var left = Files.createDirectory(folders().getFirst().resolve("left"));
        Files.write(left.resolve("photo.heic"), new byte[] {1});

        SomeHeic.conversion("heif-convert", home, Duration.ofSeconds(1));

        assertThat(folders().getFirst()).isEmptyDirectory();
    }

    @Test
    void a_broken_heic_photo_is_unreadable() throws IOException {
        assertThat(redraw(broken(), "heif-convert")).isEqualTo(new Intake.Unreadable());
        assertThat(redraw(SomeFile.heic(), "heif-convert")).isEqualTo(new Intake.Unreadable());
    }

    @Test
    void where_the_program_is_missing_the_person_is_told_to_change_a_setting() throws IOException {
        var heic = SomeHeic.of(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), home);

        assertThat(redraw(heic, "no-such-program")).isEqualTo(new Intake.NotADocument(FileKind.HEIC));
        assertThat(redraw(heic, "")).isEqualTo(new Intake.NotADocument(FileKind.HEIC));
    }

    @Test
    void a_program_that_never_ends_is_ended() throws IOException {
        var endless = program("while :; do :; done");

        assertThat(redraw(SomeFile.heic(), endless, Duration.ofSeconds(1))).isEqualTo(new Intake.Unreadable());
    }

    @Test
    void a_program_gets_no_more_memory_and_disk_than_a_photo_needs() throws IOException {
        var limits = home.resolve("limits");
        redraw(SomeFile.heic(), program("(ulimit -v; ulimit -f; env | grep -v ^PWD= | wc -l) > " + limits));

        assertThat(Files.readAllLines(limits).stream().map(String::strip)).startsWith("1572864", "196608");
    }

    @Test
    void whatever_the_program_writes_is_drawn_anew() throws IOException {
        var page = program("printf '<html>' > photo.jpg");

        assertThat(redraw(SomeFile.heic(), page)).isEqualTo(new Intake.Unreadable());
    }

    private byte[] broken() {
        var heic = SomeHeic.of(SomeFile.picture(800, 600), home);
        return Arrays.copyOf(heic, heic.length / 2);
    }

    private String program(String script) throws IOException {
        var program = home.resolve("program" + UUID.randomUUID());
        Files.writeString(program, "#!/bin/sh\n" + script + "\n", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toString();
    }

    private Intake redraw(byte[] file, String program) {
        return redraw(file, program, Duration.ofSeconds(30));
    }

    private Intake redraw(byte[] file, String program, Duration time) {
        return new Redrawing(
                        SomeHeic.conversion(program, home, time),
                        Duration.ofSeconds(30),
                        VirusScan.none(),
                        OpenCv.none())
                .redraw(new ByteArrayInputStream(file));
    }

    private List<Path> folders() {
        var name = "kith-"
                + UUID.nameUUIDFromBytes(home.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
        return Stream.of(Path.of("/dev/shm", name), home.resolve("converting"))
                .filter(Files::exists)
                .toList();
    }
}
