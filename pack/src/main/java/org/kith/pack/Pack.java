package org.kith.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kith.pack.eligibility.Eligibility;
import org.kith.pack.programme.Check;
import org.kith.pack.programme.CredentialDefinition;
import org.kith.pack.programme.Evidence;
import org.kith.pack.programme.Programme;
import org.kith.pack.programme.Rollout;
import org.kith.pack.programme.Service;
import org.kith.pack.programme.Wallets;
import org.kith.pack.question.Questions;
import org.kith.pack.source.PackFolder;
import org.kith.pack.text.Messages;
import org.kith.pack.visit.VisitKinds;

/// A programme pack without a fault: all that belongs to one state. Immutable, and safe to use from many threads.
public record Pack(
        PackFolder folder,
        String digest,
        Programme programme,
        Questions questions,
        Eligibility eligibility,
        Evidence evidence,
        List<Check> checks,
        List<CredentialDefinition> credentials,
        List<Service> services,
        Rollout rollout,
        VisitKinds visits,
        Wallets wallets,
        Messages messages) {

    public Pack {
        checks = List.copyOf(checks);
        credentials = List.copyOf(credentials);
        services = List.copyOf(services);
    }

    /// Reads and checks a pack's folder whole.
    public static PackReading read(Path dir) {
        return PackReader.read(dir);
    }

    /// Reads a pack again from files kept earlier: an application keeps the version it was filed under.
    public static PackReading read(PackFolder folder) {
        return PackReader.read(folder);
    }

    /// The version that the pack declares, such as `2026.1`.
    public String version() {
        return programme.version();
    }

    public Optional<CredentialDefinition> credential(String id) {
        return credentials.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return "pack " + programme.state() + " " + version() + " " + digest;
    }
}
