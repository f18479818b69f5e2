package org.kith.server.admin.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.server.centre.Centre;
import org.kith.server.site.Screen;
import org.kith.server.staff.Role;

/// A new officer's name, roles and place.
///
/// @param place   the id of the centre chosen; empty for headquarters
/// @param checked whether the form was sent, so that what is missing is said
public record InvitePage(String name, Set<Role> chosen, String place, List<Place> places, boolean checked) {
    public InvitePage {
        chosen = Set.copyOf(chosen);
        places = List.copyOf(places);
    }

    /// A centre to choose.
    public record Place(String id, String town) {
        static Place of(Centre centre) {
            return new Place(centre.id().value().toString(), centre.town());
        }
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    public boolean noName() {
        return checked && (name.isBlank() || name.strip().length() > 80);
    }

    public boolean noRole() {
        return checked && chosen.isEmpty();
    }

    /// A registrar without a centre would have no queue to work.
    public boolean noPlace() {
        return checked && chosen.contains(Role.REGISTRAR) && !isKnown(place);
    }

    boolean isWrong() {
        return noName() || noRole() || noPlace();
    }

    boolean isKnown(String id) {
        return places.stream().anyMatch(known -> known.id().equals(id));
    }

    public Map<String, String> errors(Screen screen) {
        var errors = new LinkedHashMap<String, String>();
        if (noName()) errors.put("name", screen.t("admin.invite.noName"));
        if (noRole()) errors.put("roles", screen.t("admin.invite.noRole"));
        if (noPlace()) errors.put("place", screen.t("admin.invite.noPlace"));
        return errors;
    }
}
