package org.kith.server.commands;

import org.kith.server.decision.Rejudging;
import org.kith.server.decision.Rejudging.Report;
import picocli.CommandLine.Command;

@Command(name = "decisions", description = "Looks after decisions.")
final class DecisionsCommand {
    private final ServerParts parts;

    DecisionsCommand(ServerParts parts) {
        this.parts = parts;
    }

    @Command(
            name = "verify",
            description =
                    "Judges every decision on an application again, from its stored answers and version, and proves that the rules say what they said then, or names those where they do not. Exit code 1 if so.")
    int verify() {
        return parts.with(context -> {
            var report = context.getBean(Rejudging.class).all(done -> System.err.printf("%,d decisions%n", done));
            System.out.println(sentence(report));
            return report.differs().isEmpty() ? 0 : 1;
        });
    }

    static String sentence(Report report) {
        var counts = "Same as then: %,d. Answers kept no longer: %,d.".formatted(report.same(), report.gone());
        if (report.differs().isEmpty()) return counts;

        var numbers = report.differs().stream().map(Object::toString).toList();
        return counts + " DIFFERENT: " + String.join(", ", numbers);
    }
}
