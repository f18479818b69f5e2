package org.kith.server.commands;

import java.nio.file.Files;
import org.kith.server.keys.Keys;
import org.kith.server.time.SystemClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "keys", description = "Looks after the keys in KITH_KEYS.")
final class KeysCommand {
    private final Machine machine;

    KeysCommand(Machine machine) {
        this.machine = machine;
    }

    @Command(
            name = "create",
            description = "Makes the root key and the signing keys of a programme, once; keys are never replaced.",
            footer = {
                "",
                "Example:",
                "  export KITH_KEYS=/etc/kith/keys KITH_KEYS_PASSWORD_FILE=/etc/kith/keys.password",
                "  (umask 077; head -c 32 /dev/urandom | base64 > $KITH_KEYS_PASSWORD_FILE)",
                "  bin/kith keys create \"Office of the Compatriot Card\""
            })
    int create(
            @Parameters(paramLabel = "NAME", description = "in whose name the keys are made, as certificates say it")
                    String organisation) {
        if (!Files.exists(machine.keysPassword())) {
            throw new Refusal("Nothing to protect the keys with: write a password into " + machine.keysPassword()
                    + " first, or name another file in KITH_KEYS_PASSWORD_FILE.");
        }
        Keys.create(machine.keys(), machine.keysPassword(), organisation, SystemClock.utc());
        System.out.println("Made keys in " + machine.keys()
                + ". Keep a copy of them, and of their password, each in a place apart.");
        return 0;
    }
}
