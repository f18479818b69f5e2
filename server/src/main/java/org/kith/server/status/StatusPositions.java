package org.kith.server.status;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusReference;
import org.kith.server.keys.Permutation;
import org.kith.server.keys.Permutations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives every copy of a card a position of its own, and changes what is said there. Positions follow each other in no
/// order that anyone without the key can tell, and it takes the same time however many are taken.
@Service
public class StatusPositions {
    /// Entries of a list, of two bits each.
    public static final int LIST_SIZE = 1 << 20;

    private static final int AT_ONCE = 10_000;

    /// What clocks may differ by, and what a database leaves out that was restored at once.
    private static final Duration AT_LEAST = Duration.ofHours(1);

    private final StatusLists lists;
    private final StatusAddresses addresses;
    private final Permutations permutations;
    private final Clock clock;
    private final Map<Integer, Permutation> known = new ConcurrentHashMap<>();

    StatusPositions(StatusLists lists, StatusAddresses addresses, Permutations permutations, Clock clock) {
        this.lists = lists;
        this.addresses = addresses;
        this.permutations = permutations;
        this.clock = clock;
    }

    /// A position nobody else has or ever gets, valid from the start. If the caller's transaction is rolled back it is
    /// wasted.
    @Transactional
    public StatusReference reserve() {
        return reserve(1).getFirst();
    }

    @Transactional
    public List<StatusReference> reserve(int count) {
        return reserve(ListPurpose.SHOWN, count);
    }

    @Transactional
    public List<StatusReference> reserve(ListPurpose purpose, int count) {
        if (count < 1 || count > AT_ONCE) throw new IllegalArgumentException("1 to " + AT_ONCE + " positions at once.");

        var numbers = lists.nextPositions(purpose, count);
        numbers.stream().map(purpose::list).distinct().forEach(list -> lists.open(list, clock.instant()));
        return numbers.stream().map(number -> reference(purpose, number)).toList();
    }

    /// Changes what a position says; published within seconds of the commit, whatever happens to this process.
    ///
    /// @throws IllegalStateException if it is revoked already, which is for good
    @Transactional
    public void set(StatusReference reference, Status status) {
        var list = listOf(reference);
        if (!lists.set(list, reference.index(), status)) {
            throw new IllegalStateException("What is revoked stays revoked.");
        }

        lists.noteChange(list);
    }

    /// What the position says now, published or not.
    @Transactional(readOnly = true)
    public Status status(StatusReference reference) {
        return lists.status(listOf(reference), reference.index());
    }

    /// Goes on far behind the lists in use, in a database that was restored. Positions given out since its
    /// backup was made are on cards it does not know of, and must not be given to others. Nobody can say how
    /// many they are, but they fill less than a list a minute; and whoever restores the same backup again later
    /// goes on further behind.
    ///
    /// @param age of the backup
    public static void leaveGap(JdbcClient restored, Duration age) {
        var lists = new StatusLists(restored);
        var left = age.isNegative() ? AT_LEAST : age.plus(AT_LEAST);
        for (var purpose : ListPurpose.values()) {
            // A purpose that the backup is too old for begins where the others have come to, once it is migrated.
            if (!lists.knows(purpose)) continue;

            var used = lists.lastPosition(purpose).orElse(0L) / LIST_SIZE + 1;
            lists.continueAt(purpose, (used + left.toMinutes()) * LIST_SIZE);
        }
    }

    private StatusReference reference(ListPurpose purpose, long number) {
        var list = purpose.list(number);
        var permutation = known.computeIfAbsent(list, id -> permutations.of(id, LIST_SIZE));
        return new StatusReference(addresses.of(list), permutation.apply((int) (number % LIST_SIZE)));
    }

    private int listOf(StatusReference reference) {
        var list = addresses.list(reference);
        if (list.isEmpty() || reference.index() >= LIST_SIZE) {
            throw new IllegalArgumentException("Not a position of ours: " + reference);
        }
        return list.getAsInt();
    }
}
