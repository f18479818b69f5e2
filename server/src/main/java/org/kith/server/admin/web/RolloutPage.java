package org.kith.server.admin.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.kith.pack.programme.Rollout.Phase;
import org.kith.pack.question.Countries.Named;
import org.kith.server.site.Screen;

/// The countries, and what waits for a second manager.
///
/// @param elsewhere the phase of all countries not listed
/// @param refusal   the text of why the last wish was not granted; empty if there is none
public record RolloutPage(
        List<Line> lines, Phase elsewhere, List<Waiting> proposals, List<Named> countries, Form form, String refusal) {

    /// A country.
    ///
    /// @param waiting how many are on the waiting list, counted up to ten thousand
    public record Line(String name, Phase phase, OptionalInt quota, int taken, int waiting) {
        public boolean many() {
            return waiting >= org.kith.server.rollout.WaitingList.COUNTED;
        }

        public String tag() {
            return switch (phase) {
                case OPEN -> "green";
                case BY_INVITATION, WAITING_LIST -> "yellow";
                case PAUSED, CLOSED -> "grey";
            };
        }
    }

    /// A change that waits.
    ///
    /// @param own whether the manager who looks proposed it
    public record Waiting(String id, String name, Phase phase, OptionalInt quota, boolean own) {}

    /// What was typed into the form.
    ///
    /// @param checked whether it was sent, so that what is wrong is said
    public record Form(String country, String phase, String quota, boolean checked) {
        static final Form EMPTY = new Form("", "", "", false);

        boolean noCountry(List<Named> countries) {
            return countries.stream().noneMatch(each -> each.code().equals(country));
        }

        boolean noPhase() {
            return List.of(Phase.values()).stream()
                    .noneMatch(each -> each.name().equals(phase));
        }

        boolean noQuota() {
            return !quota.isBlank()
                    && (!quota.strip().matches("[1-9][0-9]{0,6}") || Integer.parseInt(quota.strip()) > 1_000_000);
        }

        OptionalInt limit() {
            return quota.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(quota.strip()));
        }
    }

    public List<Phase> phases() {
        return List.of(Phase.values());
    }

    boolean isWrong() {
        return form.noCountry(countries) || form.noPhase() || form.noQuota();
    }

    public Map<String, String> errors(Screen screen) {
        var errors = new LinkedHashMap<String, String>();
        if (!form.checked()) return errors;
        if (form.noCountry(countries)) errors.put("country", screen.t("admin.rollout.fault.country"));
        if (form.noPhase()) errors.put("phase", screen.t("admin.rollout.fault.phase"));
        if (form.noQuota()) errors.put("quota", screen.t("admin.rollout.fault.quota"));
        return errors;
    }
}
