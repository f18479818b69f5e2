package org.kith.server.commands;

import java.util.UUID;
import java.util.function.Function;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Staff;
import org.kith.server.staff.StaffResult;
import org.kith.server.staff.StaffResult.Done;
import org.kith.server.staff.StaffResult.LastManager;
import org.kith.server.staff.StaffResult.Linked;
import org.kith.server.staff.StaffResult.ManagerExists;
import org.kith.server.staff.StaffResult.NotNow;
import org.kith.server.staff.StaffResult.SecondPersonNeeded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "staff",
        synopsisSubcommandLabel = "COMMAND",
        description = "Lets the first two managers in; they let in everyone else, from their pages.")
final class StaffCommand {
    private final ServerParts parts;

    StaffCommand(ServerParts parts) {
        this.parts = parts;
    }

    @Command(
            name = "first",
            description = "Prints a link with which the first manager makes a passkey, once.",
            footer = {"", "Example:", "  bin/kith staff first \"J. Marrow\""})
    int first(
            @Parameters(paramLabel = "NAME", defaultValue = "First manager", description = "as colleagues know them")
                    String name) {
        return act(staff -> staff.first(name));
    }

    @Command(name = "confirm", description = "Agrees to the second manager, as long as there is only one who could.")
    int confirm(
            @Parameters(paramLabel = "OFFICER", description = "the id on the first manager's page of staff")
                    UUID officer) {
        return act(staff -> staff.confirmAtConsole(new OfficerId(officer)));
    }

    private int act(Function<Staff, StaffResult> deed) {
        return parts.with(context -> {
            var result = deed.apply(context.getBean(Staff.class));
            System.out.println(sentence(result));
            return result instanceof Linked || result instanceof Done ? 0 : 1;
        });
    }

    private static String sentence(StaffResult result) {
        return switch (result) {
            case Done() -> "Done.";
            case Linked(var officer, var link) ->
                "Officer %s enrols by opening this once, before %s, with the passkey at hand:%n  %s"
                        .formatted(officer, link.until(), link.address());
            case ManagerExists() -> "There is a manager already, who invites everyone else.";
            case SecondPersonNeeded() -> "There are managers enough: another one must agree, from their page.";
            case LastManager() -> "Without another manager nobody could let anyone in again.";
            case NotNow() -> "There is no such officer, or nothing of theirs to agree to.";
        };
    }
}
