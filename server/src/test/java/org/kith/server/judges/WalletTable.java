package org.kith.server.judges;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The table in docs/WALLETS.md: a row a flow and format, a column a library.
final class WalletTable {
    private static final String BEGIN = "<!-- wallets: OtherPeoplesWalletsTest writes this table -->\n";
    private static final String END = "<!-- end of wallets -->\n";
    private static final Map<String, String> FORMATS = Map.of("card-sd-jwt", "`dc+sd-jwt`", "card-mdoc", "`mso_mdoc`");

    private WalletTable() {}

    static String key(Flow flow, String configuration, Library library) {
        return flow.title + "|" + FORMATS.get(configuration) + "|" + library.title;
    }

    static Map<String, String> read(Path document) throws IOException {
        var lines = table(Files.readString(document)).lines().toList();
        var libraries = cells(lines.getFirst());
        var cells = new HashMap<String, String>();
        for (var line : lines.subList(2, lines.size())) {
            var row = cells(line);
            for (var column = 2; column < row.size(); column++)
                cells.put(row.get(0) + "|" + row.get(1) + "|" + libraries.get(column), row.get(column));
        }
        return cells;
    }

    /// Replaces the table by what was seen.
    static void write(Path document, Map<String, String> seen) throws IOException {
        var libraries = seen.keySet().stream()
                .map(key -> key.split("\\|", -1)[2])
                .distinct()
                .toList();
        var rows = seen.keySet().stream()
                .map(key -> key.substring(0, key.lastIndexOf('|')))
                .distinct()
                .map(row -> "| " + row.replace("|", " | ") + " | "
                        + libraries.stream()
                                .map(library -> seen.getOrDefault(row + "|" + library, "not tried"))
                                .collect(Collectors.joining(" | "))
                        + " |\n")
                .collect(Collectors.joining());
        var head = "| way | format | " + String.join(" | ", libraries) + " |\n" + "|---".repeat(libraries.size() + 2)
                + "|\n";
        var text = Files.readString(document);
        Files.writeString(document, text.replace(table(text), head + rows));
    }

    private static String table(String text) {
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }

    private static List<String> cells(String line) {
        return List.of(line.substring(2, line.length() - 2).split(" \\| ", -1));
    }
}
