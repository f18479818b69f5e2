package org.kith.server.identity.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where OpenCV lies, for the drawing process alone: 52 MB of native code that the server itself never loads.
@Component
public class OpenCv {
    private final List<Path> jars;
    private final Path unpacked;

    /// @param folder with the jars; empty for none
    OpenCv(@Value("${kith.opencv}") String folder, @Value("${kith.home}") Path home) {
        this.jars = folder.isEmpty() ? List.of() : jars(Path.of(folder));
        this.unpacked = home.resolve("opencv").toAbsolutePath();
    }

    /// No folder, so that faces are found only where OpenCV is on the class path anyway.
    public static OpenCv none() {
        return new OpenCv("", Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// Words for the drawing process before its class path.
    List<String> settings() {
        var settings = new ArrayList<>(
                List.of("--enable-native-access=ALL-UNNAMED", "-Dorg.bytedeco.javacpp.cachedir=" + unpacked));
        if (!jars.isEmpty()) settings.add("-Dloader.path=" + String.join(",", names()));
        return settings;
    }

    /// The class path with OpenCV behind it.
    String behind(String classPath) {
        return jars.isEmpty()
                ? classPath
                : classPath + java.io.File.pathSeparator + String.join(java.io.File.pathSeparator, names());
    }

    private List<String> names() {
        return jars.stream().map(Path::toString).toList();
    }

    private static List<Path> jars(Path folder) {
        try (var files = Files.list(folder.toAbsolutePath())) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
