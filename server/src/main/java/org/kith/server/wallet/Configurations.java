package org.kith.server.wallet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.pack.Pack;
import org.kith.server.card.WalletCopy.Format;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// All that wallets can ask for: the card in each format that the pack names a type for. What a service brings comes
/// when there are services that bring it.
@Component
public class Configurations {
    private static final String CARD = "card";

    private final Programme programme;

    Configurations(Programme programme) {
        this.programme = programme;
    }

    public List<Configuration> all() {
        return of(programme.current());
    }

    public Optional<Configuration> find(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// As the pack says it that a card was issued under.
    Optional<Configuration> find(String id, Pack pack) {
        return of(pack).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static List<Configuration> of(Pack pack) {
        return pack.credential(CARD).stream()
                .flatMap(card -> Stream.of(Format.values())
                        .filter(format ->
                                format == Format.SD_JWT || card.doctype().isPresent())
                        .map(format -> Configuration.of(card, format)))
                .toList();
    }
}
