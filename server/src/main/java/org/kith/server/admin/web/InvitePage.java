package org.kith.server.admin.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.server.site.Screen;
import org.kith.server.staff.Role;

/// A new officer's name and roles.
///
/// @param noName whether the name was left out
/// @param noRole whether no role was chosen
public record InvitePage(String name, Set<Role> chosen, boolean noName, boolean noRole) {
    public InvitePage {
        chosen = Set.copyOf(chosen);
    }

    static InvitePage empty() {
        return new InvitePage("", Set.of(), false, false);
    }

    boolean isWrong() {
        return noName || noRole;
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    public Map<String, String> errors(Screen screen) {
        var errors = new LinkedHashMap<String, String>();
        if (noName) errors.put("name", screen.t("admin.invite.noName"));
        if (noRole) errors.put("roles", screen.t("admin.invite.noRole"));
        return errors;
    }
}
