package org.kith.server.wallet;

import static org.kith.server.wallet.WalletFault.Code.CREDENTIAL_REQUEST_DENIED;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.kith.server.card.CardDrawing;
import org.kith.server.card.Cards;
import org.kith.server.card.CopyResult;
import org.kith.server.card.Showing;
import org.kith.server.keys.Codes;
import org.kith.server.site.QrSquares;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The wallet of ours that lives in a browser, for whoever has no app: it fetches its copies as every other does, and
/// beside them the code that the page which checks cards can read.
@Service
public class WebWallet {
    private static final int MARK = 16;

    private final WalletBook wallets;
    private final OwnWallets own;
    private final Cards cards;
    private final Showing showing;
    private final CardDrawing drawing;
    private final Codes codes;

    WebWallet(WalletBook wallets, OwnWallets own, Cards cards, Showing showing, CardDrawing drawing, Codes codes) {
        this.wallets = wallets;
        this.own = own;
        this.cards = cards;
        this.showing = showing;
        this.drawing = drawing;
        this.codes = codes;
    }

    /// The code that a browser keeps for when there is no line.
    ///
    /// @param square with its own signature and status position, for a day at most
    public record Code(QrSquares square, Instant madeAt, Instant endsAt) {}

    /// Tells the cards of one browser apart, a guardian's from the children's, and says nothing elsewhere.
    public String mark(PersonId person) {
        var code = codes.lookUp("WEB-WALLET", person.value().toString().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(code, 0, MARK);
    }

    /// The same as on the holder's own screen, so that nothing more stands in the journal or on a status list.
    public Code code(CredentialRequests.Holder holder) {
        var wallet = CredentialRequests.wallet(holder);
        if (!wallet.inBrowser()) throw new WalletFault(CREDENTIAL_REQUEST_DENIED, "for the web wallet alone");
        var id = wallet.card();
        var card = id == null ? null : cards.find(id).orElse(null);
        if (card == null) throw new WalletFault(CREDENTIAL_REQUEST_DENIED, "there is no card to show");

        return switch (showing.onScreen(card.id(), wallet.person())) {
            case CopyResult.Made(var copy) -> new Code(drawing.code(card, copy), copy.madeAt(), copy.endsAt());
            case CopyResult.TooMany() ->
                throw new WalletFault(CREDENTIAL_REQUEST_DENIED, "too many codes were made today");
            case CopyResult.NotActive(), CopyResult.NotYours(), CopyResult.Ended() ->
                throw new WalletFault(CREDENTIAL_REQUEST_DENIED, "the card is not active");
        };
    }

    /// Whoever can say the token is the wallet, or has it before them.
    @Transactional
    public void forget(String refreshToken) {
        wallets.byRefreshToken(refreshToken).ifPresent(wallet -> own.remove(wallet.id(), wallet.person()));
    }
}
