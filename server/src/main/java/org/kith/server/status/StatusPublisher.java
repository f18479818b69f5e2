package org.kith.server.status;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.status.SignedStatusList;
import org.kith.credential.status.StatusList;
import org.kith.credential.status.StatusListIssuer;
import org.kith.credential.status.StatusListTerms;
import org.kith.server.keys.KeyRefusal;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Publishes every list that changed, and signs the others anew before readers would have to call them old.
///
/// A change is noted in the transaction that makes it, and the note goes in the one that publishes it: between the two
/// the process may be killed at any point.
@Component
public class StatusPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(StatusPublisher.class);
    private static final int BITS = 2;

    private final StatusLists lists;
    private final StatusAddresses addresses;
    private final StatusTerms terms;
    private final Signing signing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StatusPublisher(
            StatusLists lists,
            StatusAddresses addresses,
            StatusTerms terms,
            Signing signing,
            TransactionTemplate transaction,
            Clock clock) {
        this.lists = lists;
        this.addresses = addresses;
        this.terms = terms;
        this.signing = signing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Publishes all that is due now. Nodes may do so at once: each list is published by one of them.
    public void publishDue() {
        transaction.executeWithoutResult(_ -> openAhead());
        for (var list : lists.due(clock.instant().minus(terms.ttl()), addresses.start())) {
            transaction.executeWithoutResult(_ -> publish(list));
        }
    }

    /// What tells the published form of a list from the one before; nothing if there is no such list.
    public Optional<String> etag(int list) {
        return lists.etag(list);
    }

    /// A list as it was last published; nothing if there is no such list.
    public Optional<PublishedList<String>> published(int list) {
        return lists.published(list);
    }

    /// The same list as a CWT, published with the other in one transaction.
    public Optional<PublishedList<byte[]>> publishedCwt(int list) {
        return lists.publishedCwt(list);
    }

    /// All that there is to fetch for whoever checks cards without asking us.
    public PublishedAddresses addresses() {
        var all = lists.published().stream().map(addresses::of).toList();
        return new PublishedAddresses(etag(String.join("\n", all)), all);
    }

    /// Of each purpose the list in use and the next exist and are published before the first position in them is given
    /// out.
    private void openAhead() {
        for (var purpose : ListPurpose.values()) {
            var current = purpose.list(lists.lastPosition(purpose).orElse(0L));
            lists.open(current, clock.instant());
            lists.open(current + 1, clock.instant());
        }
    }

    private void publish(int list) {
        var turn = lists.lock(list);
        if (turn.isEmpty()) return;

        var changes = lists.takeChanges(list);
        var issued = notBefore(turn.get().lastIssued());
        var signed = sign(list, issued);
        var jwt = new PublishedList<>(etag(signed.jwt()), signed.jwt());
        lists.publish(list, addresses.of(list), issued, terms.life(), jwt, signed.cwt());
        if (changes > 0) LOG.info("Published list {} with {} changes", list, changes);
    }

    private SignedStatusList sign(int list, Instant issued) {
        var content = StatusList.ofSize(BITS, StatusPositions.LIST_SIZE);
        lists.forEach(list, content::set);
        var written = new StatusListTerms(
                addresses.of(list), issued, issued.plus(terms.life()), terms.ttl(), addresses.aggregation());
        return issuer().sign(written, content);
    }

    /// Lists stay public where a root has yet to vouch for the key: readers of the trust file know it.
    private StatusListIssuer issuer() {
        try {
            var certified = signing.certified(Purpose.STATUS);
            return new StatusListIssuer(certified.signer(), certified.certificate());
        } catch (KeyRefusal uncertified) {
            return new StatusListIssuer(signing.signer(Purpose.STATUS));
        }
    }

    /// Clocks of nodes differ, and a reader refuses a list that is older than the one it has.
    private Instant notBefore(@Nullable Instant last) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return last == null || now.isAfter(last) ? now : last;
    }

    private static String etag(String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
