package org.kith.server.admin.web;

import java.util.List;
import java.util.stream.Collectors;
import org.kith.server.staff.OfficerEntry;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.OfficerState;
import org.kith.server.staff.Role;

/// Everyone on the staff.
///
/// @param refusal the text of why the last wish was not granted; empty if there is none
public record StaffPage(List<Line> lines, String refusal) {
    public StaffPage {
        lines = List.copyOf(lines);
    }

    static StaffPage of(List<OfficerEntry> officers, OfficerId manager, List<InvitePage.Place> places, String refusal) {
        return new StaffPage(
                officers.stream()
                        .map(officer -> Line.of(officer, manager, townOf(officer, places)))
                        .toList(),
                refusal);
    }

    private static String townOf(OfficerEntry officer, List<InvitePage.Place> places) {
        var unit = officer.unit();
        if (unit == null) return "";
        return places.stream()
                .filter(place -> place.id().equals(unit.toString()))
                .map(InvitePage.Place::town)
                .findFirst()
                .orElse("–");
    }

    /// One officer, and what the manager who looks may do with them.
    ///
    /// @param place the town of their centre; empty at headquarters
    public record Line(
            String id,
            String number,
            String name,
            String roles,
            String place,
            String state,
            String tag,
            boolean mayConfirm,
            boolean mayDisable,
            boolean mayReenrol,
            boolean decides) {
        static Line of(OfficerEntry officer, OfficerId manager, String place) {
            var asked = officer.reenrolAskedBy();
            var other = !officer.id().equals(manager);
            var disabled = officer.state() == OfficerState.DISABLED;
            var waitsForNewKey = asked != null;
            return new Line(
                    officer.id().toString(),
                    officer.number().toString(),
                    officer.name(),
                    officer.roles().stream().sorted().map(Role::word).collect(Collectors.joining(", ")),
                    place,
                    waitsForNewKey ? "REENROL" : officer.state().name(),
                    tag(officer.state(), waitsForNewKey),
                    !disabled
                            && other
                            && (waitsForNewKey
                                    ? !manager.equals(asked)
                                    : !officer.confirmed() && !manager.equals(officer.invitedBy())),
                    !disabled,
                    officer.state() == OfficerState.ACTIVE && other && !waitsForNewKey,
                    !disabled && officer.roles().contains(Role.CASEWORKER));
        }

        private static String tag(OfficerState state, boolean waitsForNewKey) {
            if (waitsForNewKey) return "yellow";
            return switch (state) {
                case INVITED, ENROLLED -> "yellow";
                case ACTIVE -> "green";
                case DISABLED -> "grey";
            };
        }
    }
}
