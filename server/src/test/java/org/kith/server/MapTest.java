package org.kith.server;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The map in `docs/ARCHITECTURE.md` is the code's.
class MapTest {
    private static final Path DOCUMENT = Path.of("../docs/ARCHITECTURE.md");
    private static final String BEGIN = "<!-- modules: MapTest writes this table -->\n";
    private static final String END = "<!-- end of modules -->\n";

    private final Map<String, ApplicationModule> modules = modules();

    @Test
    void the_table_of_modules_is_what_the_code_declares() throws IOException {
        var text = Files.readString(DOCUMENT);
        var begin = text.indexOf(BEGIN) + BEGIN.length();
        var end = text.indexOf(END);
        if ("yes".equals(System.getenv("KITH_WRITE_MAP"))) {
            Files.writeString(DOCUMENT, text.substring(0, begin) + table() + text.substring(end));
            return;
        }

        assertThat(text.substring(begin, end))
                .as(
                        "docs/ARCHITECTURE.md is behind the code. Write its table anew with:\n"
                                + "KITH_WRITE_MAP=yes ./mvnw -q -pl server -am test -Dtest=MapTest -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(table());
    }

    @Test
    void arrows_go_down_only() throws IOException {
        var rows = drawnRows();

        assertThat(rows.keySet()).as("modules drawn on the map").containsExactlyInAnyOrderElementsOf(modules.keySet());
        modules.forEach((name, module) -> {
            for (var used : module.allowedDependencies()) {
                // `account::web` is a part of `account` that is open to its neighbours.
                assertThat(rows.get(used.split("::", 2)[0]))
                        .as("%s uses %s, which must not stand above it", name, used)
                        .isGreaterThanOrEqualTo(rows.get(name));
            }
        });
    }

    private String table() throws IOException {
        var table = new StringBuilder("| module | what it does | may use |\n|---|---|---|\n");
        for (var module : modules.entrySet()) {
            table.append("| `%s` | %s | %s |\n"
                    .formatted(
                            module.getKey(),
                            sentence(module.getKey()),
                            Stream.of(module.getValue().allowedDependencies())
                                    .sorted()
                                    .collect(joining(" "))));
        }
        return table.toString();
    }

    /// The one sentence that every package has.
    private static String sentence(String module) throws IOException {
        var file = Path.of("src/main/java/org/kith/server", module, "package-info.java");
        try (var lines = Files.lines(file)) {
            return lines.takeWhile(line -> line.startsWith("///"))
                    .map(line -> line.substring(3).strip())
                    .collect(joining(" "));
        }
    }

    /// The row in which each module stands on the drawn map; what follows the bar is for people.
    private static Map<String, Integer> drawnRows() throws IOException {
        var rows = new LinkedHashMap<String, Integer>();
        var lines = Files.readAllLines(DOCUMENT);
        for (var number = 0; number < lines.size(); number++) {
            var bar = lines.get(number).indexOf('│');
            if (bar < 0) continue;
            for (var name : List.of(lines.get(number).substring(0, bar).strip().split("\\s+"))) rows.put(name, number);
        }
        return rows;
    }

    private static Map<String, ApplicationModule> modules() {
        var modules = new TreeMap<String, ApplicationModule>();
        ApplicationModules.of(Kith.class).forEach(module -> {
            var name = module.getIdentifier().toString();
            modules.put(name, declared(name));
        });
        return modules;
    }

    private static ApplicationModule declared(String module) {
        try {
            return Class.forName("org.kith.server." + module + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
