package org.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/LESSONS.md` names tests that exist.
class LessonsTest {
    private static final Path HOUSE = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void every_lesson_names_the_tests_that_keep_it() throws IOException {
        var lessons = Files.readAllLines(HOUSE.resolve("docs/LESSONS.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();

        assertThat(lessons).isNotEmpty().allSatisfy(lesson -> {
            var named = NAMED.matcher(lesson).results().toList();
            assertThat(named).as(lesson).isNotEmpty();
            for (var test : named)
                assertThat(source(test.group(1))).as(test.group(1)).contains(method(test.group(2)));
        });
    }

    private static String method(String name) {
        return name == null ? "class " : "void " + name + "(";
    }

    private static String source(String test) throws IOException {
        for (var module : List.of("credential", "pack", "verifier", "server")) {
            try (Stream<Path> files = Files.walk(HOUSE.resolve(module).resolve("src/test/java"))) {
                var found = files.filter(file -> file.endsWith(test + ".java")).findFirst();
                if (found.isPresent()) return Files.readString(found.get());
            }
        }
        return "";
    }
}
