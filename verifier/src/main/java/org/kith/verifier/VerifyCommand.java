package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kith.credential.check.CardCheck;
import org.kith.credential.check.CheckAnswer;
import org.kith.credential.check.CheckReason;
import org.kith.credential.check.CheckResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kith verify`: says of each card whether it stands. Never touches the network.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Checks cards without the network, against the issuers you trust and the status lists you fetched.",
        footer = {
            "",
            "Answers and exit codes for one card:",
            "  valid 0, suspended 10, revoked 11, expired 12, not genuine 13, unknown 20",
            "Several cards: 0 if all are valid, else 1. Wrong use: 2.",
            "",
            "Examples:",
            "  kith verify card.pdf",
            "  zbarimg -q --raw photo.jpg | kith verify -",
            "  kith verify --json scans/*.png",
            "  kith verify --trust utopia.json --status-list list.jwt card.png",
            "  kith verify --at 2026-12-24T10:00:00Z card.pdf"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int MAX_TRUST_LISTS = 1000;

    private final Surroundings here;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A PDF, a picture (PNG, JPEG, GIF, BMP) or a text with the code; - for standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "A trust file to use instead of those pinned with `kith trust add`. May be given again.")
    private List<Path> trustFiles = List.of();

    @Option(
            names = "--status-list",
            paramLabel = "FILE",
            description = "A status list token to use beside the fetched ones; the newer counts. May be given again.")
    private List<Path> listFiles = List.of();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description =
                    "The moment to judge by (ISO 8601, by default now): for a server whose clock was moved in a demonstration.")
    private @Nullable Instant at;

    @Option(names = "--json", description = "One line of JSON for each card.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing; only the exit code.")
    private boolean quiet;

    VerifyCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws Refusal {
        var lists = new ListCache(here.cache(), tokens());
        var clock = at == null ? here.clock() : Clock.fixed(at, ZoneOffset.UTC);
        var check = new CardCheck(TrustStore.chosen(here, trustFiles), lists, clock);
        var answers = new ArrayList<CheckAnswer>();
        for (var file : files) {
            for (var result : results(check, file)) {
                answers.add(result.answer());
                remember(lists, result);
                tell(file, result);
            }
        }
        if (answers.size() == 1) return answers.getFirst().exitCode();
        return Set.of(CheckAnswer.VALID).containsAll(answers) ? 0 : 1;
    }

    private List<CheckResult> results(CardCheck check, String file) throws Refusal {
        var texts = CardFile.texts(LocalFiles.readOrIn(here, file, CardFile.MAX_BYTES));
        return texts.isEmpty()
                ? List.of(check.check(""))
                : texts.stream().map(check::check).toList();
    }

    private List<String> tokens() throws Refusal {
        if (listFiles.size() > MAX_TRUST_LISTS) throw Refusal.wrongUse("More status lists than anyone has.");
        var tokens = new ArrayList<String>();
        for (var file : listFiles) tokens.add(new String(LocalFiles.read(file, ListCache.MAX_BYTES), UTF_8));
        return tokens;
    }

    /// A cache that cannot be written to must not change the answer.
    private static void remember(ListCache lists, CheckResult result) {
        var card = result.card();
        if (card == null || result.reason() != CheckReason.NO_LIST) return;
        try {
            lists.remember(card.status().uri());
        } catch (Refusal unwritable) {
            // The next `kith fetch` will not know of this list; its own advice still holds.
        }
    }

    private void tell(String file, CheckResult result) {
        if (quiet) return;
        here.out().println(json ? JsonLine.of(file, result) : file + ": " + Sentences.say(result));
    }
}
