package org.kith.server.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks for what people typed in everything that outlives their visit: every row of every table, every file, every
/// line of the log.
final class Traces {
    private final JdbcClient jdbc;
    private final Path home;
    private final String log;

    Traces(JdbcClient jdbc, Path home, String log) {
        this.jdbc = jdbc;
        this.home = home;
        this.log = log;
    }

    /// Where each secret was found: `table: secret`.
    List<String> of(List<String> secrets) {
        var found = new TreeSet<String>();
        for (var table : tables()) note(found, table, dump(table), secrets);
        for (var file : files()) note(found, file.toString(), latin(file), secrets);
        note(found, "log", log, secrets);
        return List.copyOf(found);
    }

    private List<String> tables() {
        var sql = """
                select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                """;
        return jdbc.sql(sql).query(String.class).list();
    }

    private String dump(String table) {
        return String.join(
                "\n",
                jdbc.sql("select t::text from " + table + " t")
                        .query(String.class)
                        .list());
    }

    private List<Path> files() {
        try (var files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void note(Set<String> found, String where, String text, List<String> secrets) {
        var folded = text.toLowerCase(Locale.ROOT);
        secrets.stream()
                .filter(secret -> shapes(secret).anyMatch(shape -> folded.contains(shape.toLowerCase(Locale.ROOT))))
                .forEach(secret -> found.add(where + ": " + secret));
    }

    /// As it is, as bytes read for letters, as the hexadecimal of its bytes, in Base64 and as JSON may escape it.
    private static Stream<String> shapes(String secret) {
        var bytes = secret.getBytes(UTF_8);
        var escaped = secret.chars()
                .mapToObj(character -> character < 128 ? Character.toString(character) : "\\u%04x".formatted(character))
                .collect(Collectors.joining());
        return Stream.of(
                secret,
                new String(bytes, StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                escaped);
    }
}
