package org.kith.pack.programme;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/// Where the programme is open to begin with, and how careful mail must be there.
///
/// @param elsewhere the phase of a country that is not listed
/// @param elsewhereProfile the profile of a country that is not listed
public record Rollout(
        List<Country> countries,
        Phase elsewhere,
        HostRiskProfile elsewhereProfile,
        List<HostRiskProfile> profiles,
        Invitations invitations) {

    public Rollout {
        countries = List.copyOf(countries);
        profiles = List.copyOf(profiles);
    }

    public Phase phaseIn(String country) {
        return find(country).map(Country::phase).orElse(elsewhere);
    }

    public HostRiskProfile profileFor(String country) {
        return find(country).map(Country::profile).orElse(elsewhereProfile);
    }

    private Optional<Country> find(String code) {
        return countries.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    public enum Phase {
        CLOSED,
        BY_INVITATION,
        WAITING_LIST,
        OPEN,
        PAUSED
    }

    /// What holds for the codes that let people in where it is open by invitation. Each is used once.
    public record Invitations(Period validFor, int mostABatch) {
        public static final Invitations USUAL = new Invitations(Period.ofDays(60), 1_000);
    }

    /// A country of residence.
    ///
    /// @param quotaADay how many applications are taken a day, if there is a limit
    public record Country(String code, Phase phase, Optional<Integer> quotaADay, HostRiskProfile profile) {}

    /// What may reach a person who lives where the card could be held against them. The texts are
    /// `profile.<id>.sender`, `.subject`, `.calendar` and `.file`.
    ///
    /// @param post whether letters may be sent
    /// @param print whether the person is offered something to print
    public record HostRiskProfile(String id, boolean post, boolean print) {
        public String senderKey() {
            return "profile." + id + ".sender";
        }

        public String subjectKey() {
            return "profile." + id + ".subject";
        }

        public String calendarTitleKey() {
            return "profile." + id + ".calendar";
        }

        public String fileNameKey() {
            return "profile." + id + ".file";
        }
    }
}
