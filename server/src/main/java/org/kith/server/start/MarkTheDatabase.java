package org.kith.server.start;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.kith.server.card.Cards;
import org.kith.server.database.CannotStart;
import org.kith.server.database.DatabaseMark;
import org.kith.server.database.DatabaseMark.Kind;
import org.kith.server.database.DatabaseMarks;
import org.kith.server.database.Obstacle;
import org.kith.server.programme.Programme;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Says in the database what it is for, and holds the server to it: once a card is out, it names this state and
/// points to this address for its status, for as long as it stands.
@Component
class MarkTheDatabase {
    MarkTheDatabase(
            DatabaseMarks marks,
            Programme programme,
            Cards cards,
            @Value("${kith.production}") boolean production,
            @Value("${kith.base-url}") String baseUrl,
            @Value("${kith.command:false}") boolean command) {
        var wanted = new DatabaseMark(
                production ? Kind.PRODUCTION : Kind.DEMONSTRATION,
                programme.current().programme().state(),
                baseUrl.replaceAll("/+$", ""));
        // A command takes the address from the mark, and the state is not its business.
        if (!command) settle(marks, wanted, cards::any);
    }

    static void settle(DatabaseMarks marks, DatabaseMark wanted, BooleanSupplier cardsAreOut) {
        var mark = marks.findOrPut(wanted);
        if (mark.equals(wanted)) return;

        if (mark.kind() != wanted.kind()) throw new CannotStart(List.of(mixed(mark)));
        if (cardsAreOut.getAsBoolean()) throw new CannotStart(List.of(moved(mark, wanted)));
        marks.move(wanted.state(), wanted.baseUrl());
    }

    /// Two servers that started at once on a new database; [StartRules] finds all others.
    private static Obstacle mixed(DatabaseMark mark) {
        return new Obstacle(
                "The database has just become one of " + mark.kind() + ".",
                "KITH_PRODUCTION",
                "Give demonstration and production a database each.");
    }

    private static Obstacle moved(DatabaseMark mark, DatabaseMark wanted) {
        return new Obstacle(
                "Cards have been issued here for %s under %s; as %s under %s they could no longer be checked."
                        .formatted(mark.state(), mark.baseUrl(), wanted.state(), wanted.baseUrl()),
                "KITH_PROGRAMME and KITH_BASE_URL",
                "Set KITH_BASE_URL=%s and the programme of %s; or start afresh with another KITH_HOME."
                        .formatted(mark.baseUrl(), mark.state()));
    }
}
