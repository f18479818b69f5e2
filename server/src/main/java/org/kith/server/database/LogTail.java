package org.kith.server.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// The last lines of a log, for a person to read why a program ended.
final class LogTail {
    private static final int LINES = 12;
    private static final int BYTES = 8_192;

    private LogTail() {}

    /// At most twelve lines from what was written after `offset`.
    static String of(Path log, long offset) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(offset, file.length() - BYTES));
            var rest = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(rest);
            var lines = new String(rest, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                    .map(line -> "      " + line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "      (no log: " + e.getMessage() + ")";
        }
    }
}
