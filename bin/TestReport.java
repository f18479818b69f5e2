import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final int LONGEST = 15;

/// Says what came of a test run: which classes took longest, what failed, what was skipped and why, and last one line
/// with the numbers.
///
/// The first argument is Maven's exit code. A test skipped for want of something that `KITH_REQUIRE` names counts as failed.
void main(String[] arguments) throws Exception {
    var failed = new ArrayList<String>();
    var skipped = new ArrayList<String>();
    var classes = new ArrayList<TestClass>();
    var passed = 0;
    for (var report : reports()) {
        var suite = parse(report);
        classes.add(TestClass.of(suite));
        for (var test : elements(suite.getElementsByTagName("testcase"))) {
            var name = test.getAttribute("classname").replaceAll(".*\\.", "") + ": " + test.getAttribute("name").replace('_', ' ');
            var skip = elements(test.getElementsByTagName("skipped"));
            if (has(test, "failure") || has(test, "error")) {
                failed.add(name);
            } else if (skip.isEmpty()) {
                passed++;
            } else {
                var why = reason(skip.getFirst());
                if (required().anyMatch(why.toLowerCase(Locale.ROOT)::contains)) {
                    failed.add(name + " (skipped, but KITH_REQUIRE asks for it: " + why + ")");
                } else {
                    skipped.add(name + " (" + why + ")");
                }
            }
        }
    }

    var broken = !arguments[0].equals("0");
    if (broken) IO.println("\nThe build failed; what it said stands above. Not all tests ran.");
    print("Longest:", longest(classes));
    print("Failed:", failed);
    print("Skipped:", skipped);
    IO.println("\n%d passed, %d failed, %d skipped".formatted(passed, failed.size(), skipped.size()));
    System.exit(broken || !failed.isEmpty() || passed == 0 ? 1 : 0);
}

/// How long the tests of one class took, and whatever they had to wait for: a server that only they have, a browser.
record TestClass(String name, double seconds, int tests) {
    static TestClass of(Element suite) {
        return new TestClass(
                suite.getAttribute("name").replaceAll(".*\\.", ""),
                Double.parseDouble(suite.getAttribute("time").replace(",", "")),
                Integer.parseInt(suite.getAttribute("tests")));
    }
}

/// Where to look first when the whole takes too long. They do not add up: modules and classes run side by side.
List<String> longest(List<TestClass> classes) {
    return classes.stream()
            .sorted(Comparator.comparingDouble(TestClass::seconds).reversed())
            .limit(LONGEST)
            .map(each -> String.format(Locale.ROOT, "%5.0f s  %s (%d)", each.seconds(), each.name(), each.tests()))
            .toList();
}

/// Surefire writes the reason as an attribute, or as the first line of a stack trace.
String reason(Element skip) {
    var message = skip.getAttribute("message");
    var text = message.isEmpty() ? skip.getTextContent().strip().lines().findFirst().orElse("no reason given") : message;
    return text.replaceFirst("^[\\w.]*Exception: ", "").replaceFirst("^Assumption failed: ", "").replaceFirst("(?i)^skipped: ", "");
}

Stream<String> required() {
    return Stream.of(System.getenv().getOrDefault("KITH_REQUIRE", "").toLowerCase(Locale.ROOT).split("[, ]+"))
            .filter(name -> !name.isEmpty());
}

List<Path> reports() throws Exception {
    try (var files = Files.find(Path.of("."), 4, (path, _) -> path.toString().matches(".*/surefire-reports/TEST-[^/]*\\.xml"))) {
        return files.sorted().toList();
    }
}

Element parse(Path report) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile()).getDocumentElement();
}

boolean has(Element test, String child) {
    return test.getElementsByTagName(child).getLength() > 0;
}

List<Element> elements(NodeList nodes) {
    var list = new ArrayList<Element>();
    for (var index = 0; index < nodes.getLength(); index++) list.add((Element) nodes.item(index));
    return list;
}

void print(String title, List<String> lines) {
    if (lines.isEmpty()) return;

    IO.println("\n" + title);
    lines.forEach(line -> IO.println("  " + line));
}
