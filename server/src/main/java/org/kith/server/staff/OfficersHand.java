package org.kith.server.staff;

import java.time.Instant;
import java.util.Optional;
import org.kith.server.passkey.PasskeySignature;
import org.kith.server.passkey.Passkeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Officers sign what they answer for, with the passkeys they sign in with.
@Service
public class OfficersHand {
    private final Passkeys<OfficerId> passkeys;
    private final Officers officers;
    private final PasskeyEnds ends;
    private final Optional<StandInKeys> standIn;

    OfficersHand(
            Passkeys<OfficerId> passkeys, Officers officers, PasskeyEnds ends, ObjectProvider<StandInKeys> standIn) {
        this.passkeys = passkeys;
        this.officers = officers;
        this.ends = ends;
        this.standIn = Optional.ofNullable(standIn.getIfAvailable());
    }

    /// What the officer's browser needs to sign, as JSON.
    public String options(OfficerId officer, byte[] challenge) {
        return passkeys.json(passkeys.toSign(officer, challenge));
    }

    /// The signature, if it is theirs and they may work.
    public Optional<PasskeySignature> signed(OfficerId officer, byte[] challenge, String credential) {
        return officers.active(officer).flatMap(active -> passkeys.signed(active.id(), challenge, credential));
    }

    /// The same for what a registrar of that centre signed at an earlier time, also where they have left since.
    public Optional<PasskeySignature> signedThen(
            OfficerId officer, UnitId unit, Instant then, byte[] challenge, String credential) {
        var wasRegistrar = officers.find(officer)
                .filter(entry -> entry.roles().contains(Role.REGISTRAR))
                .filter(entry -> unit.equals(entry.unit()))
                .isPresent();
        if (!wasRegistrar) return Optional.empty();

        return passkeys.signed(officer, challenge, credential)
                .filter(signature -> !signature.keyFrom().isAfter(then))
                .or(() -> passkeys.credentialId(credential)
                        .flatMap(id -> ends.of(officer, id, then))
                        .flatMap(key -> passkeys.signedWith(key.publicKey(), key.from(), challenge, credential)));
    }

    /// Whether the demonstration can sign for them.
    public boolean hasStandIn() {
        return standIn.isPresent();
    }

    /// What the demonstration signs in their name.
    public Optional<String> standIn(OfficerId officer, byte[] challenge) {
        return standIn.flatMap(keys -> keys.show(officer, challenge));
    }
}
