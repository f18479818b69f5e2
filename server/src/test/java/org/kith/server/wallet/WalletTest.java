package org.kith.server.wallet;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.SomeCard.Holder;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A server whose programme trusts the wallets of [VouchedFor].
abstract class WalletTest extends ServerTest {
    @Autowired
    protected SomeCard cards;

    @Autowired
    protected SomeWallet wallets;

    @Autowired
    protected AdvancingClock clock;

    protected TestWallet wallet;

    @DynamicPropertySource
    static void trusts(DynamicPropertyRegistry registry) {
        var pack = VouchedFor.pack(Path.of("../programmes/utopia"));
        registry.add("kith.programme", pack::toString);
    }

    @BeforeEach
    void a_wallet_of_today() {
        wallet = new TestWallet(port, clock.instant());
    }

    protected Holder holder() {
        return cards.holder(port, SomeApplicant.layla("wallet-" + UUID.randomUUID() + "@example.org"));
    }

    /// A wallet nobody vouches for, with a token.
    protected String token(Holder holder) {
        var offered = wallets.offered(holder.card());
        return wallet.redeemOffer(offered.code(), offered.pin()).get("access_token");
    }
}
