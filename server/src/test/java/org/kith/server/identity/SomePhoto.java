package org.kith.server.identity;

import java.time.Clock;
import java.util.Set;
import org.kith.server.application.Application;
import org.kith.server.centre.BookingId;
import org.kith.server.staff.OfficerId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Photos put where they lie, for tests that begin after the counter. A process of its own draws each that a counter
/// sends, which takes two seconds; the tests of that are [org.kith.server.desk.DeskTest] and [FacePhotoTest].
@Component
public class SomePhoto {
    private static final Page PAGE = new Page(600, 800, SomeFile.photo(600, 800), Set.of());

    private final Photos photos;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SomePhoto(Photos photos, TransactionTemplate transaction, Clock clock) {
        this.photos = photos;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// As if that officer had taken it.
    public void put(Application application, BookingId visit, OfficerId officer) {
        transaction.executeWithoutResult(_ -> photos.put(application, visit, PAGE, officer.value(), clock.instant()));
    }
}
