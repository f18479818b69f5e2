package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Json;
import org.kith.credential.identity.IdentityRecord;
import org.kith.credential.identity.IdentityRecordCheck;
import org.kith.credential.identity.RecordReason;
import org.kith.credential.identity.RecordResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kith verify-check`: says of the record of a check at a counter whether its officers signed it. Never touches the
/// network.
@Command(
        name = "verify-check",
        mixinStandardHelpOptions = true,
        description =
                "Verifies the record of a check at a counter, as its person keeps it, without the network: that the officer "
                        + "signed just this with their passkey, and that the issuer says whose passkey it was.",
        footer = {
            "",
            "Answers and exit codes: valid 0, not genuine 13, unknown 20; wrong use 2.",
            "",
            "Examples:",
            "  kith verify-check identity-check.jws",
            "  kith verify-check --json identity-check.jws",
            "  kith verify-check --form identity-check.jws   shows what was signed",
            "  kith verify-check --trust utopia.json - < identity-check.jws"
        })
final class VerifyCheckCommand implements Callable<Integer> {
    private static final int MAX_BYTES = 256 * 1024;

    private final Surroundings here;

    @Parameters(paramLabel = "FILE", description = "The record; - for standard input.")
    private String file = "";

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "A trust file to use instead of those pinned with `kith trust add`. May be given again.")
    private List<Path> trustFiles = List.of();

    @Option(names = "--at", paramLabel = "INSTANT", description = "The moment to judge by (ISO 8601, by default now).")
    private @Nullable Instant at;

    @Option(names = "--json", description = "One line of JSON.")
    private boolean json;

    @Option(names = "--form", description = "Also print what was signed.")
    private boolean form;

    VerifyCheckCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws Refusal {
        var clock = at == null ? here.clock() : Clock.fixed(at, ZoneOffset.UTC);
        var result = new IdentityRecordCheck(TrustStore.chosen(here, trustFiles), clock)
                .check(new String(LocalFiles.readOrIn(here, file, MAX_BYTES), UTF_8));
        here.out().println(json ? line(result) : file + ": " + sentence(result));
        var record = result.record();
        if (!json && record != null)
            record.points().forEach((point, said) -> here.out().println("  " + point + ": " + said.replace('_', ' ')));
        if (form && record != null) here.out().println(new String(record.form(), UTF_8));
        return result.reason().answer().exitCode();
    }

    private static String sentence(RecordResult result) {
        var record = result.record();
        var said = answer(result.reason());
        if (record == null) return said;

        var officers = record.signatures().stream()
                .map(signature -> "officer " + signature.officer())
                .toList();
        return said + " Written out by " + result.issuerName() + "; signed by " + String.join(" and ", officers) + ".";
    }

    private static String answer(RecordReason reason) {
        return switch (reason) {
            case STANDS -> "VALID. The officer signed just this.";
            case ISSUER_DID_NOT_SIGN -> "NOT GENUINE. The named issuer did not write this record.";
            case OFFICER_DID_NOT_SIGN -> "NOT GENUINE. The officer's passkey did not sign this.";
            case PASSKEY_OUT_OF_TIME -> "NOT GENUINE. The passkey was not the officer's when the check was made.";
            case UNREADABLE -> "UNKNOWN. This is no record of a check, or only a part of one.";
            case ISSUER_NOT_TRUSTED -> "UNKNOWN. The issuer is not among those you trust. See `kith trust add --help`.";
            case KEY_NOT_TRUSTED -> "UNKNOWN. The issuer is trusted, but not this key. Run `kith fetch`.";
            case KEY_OUT_OF_TIME -> "UNKNOWN. It was written when the issuer's key was not to be used.";
            case NOT_YET -> "UNKNOWN. It is later than this computer's clock. Set the clock.";
        };
    }

    private String line(RecordResult result) {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", file);
        json.put("answer", result.reason().answer().name().toLowerCase(Locale.ROOT));
        json.put("exit_code", result.reason().answer().exitCode());
        json.put("reason", result.reason().name().toLowerCase(Locale.ROOT));
        var record = result.record();
        if (record != null) {
            json.put("issuer", record.issuer());
            if (result.issuerName() != null) json.put("issuer_name", result.issuerName());
            json.put(
                    "officers",
                    record.signatures().stream()
                            .map(IdentityRecord.OfficersSignature::officer)
                            .toList());
            if (!record.points().isEmpty()) json.put("points", record.points());
        }
        return new String(Json.write(json), UTF_8);
    }
}
