package org.kith.server.centre;

import java.util.List;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;

/// Somebody who knows which people apply together, and may be seen together.
public interface ComesAlong {
    /// Others whose applications were sent and who wait for a visit as well.
    List<Companion> with(Application application);

    /// All others, wherever their applications stand.
    List<Companion> family(Application application);

    boolean isInfant(Application application);

    /// One of them.
    ///
    /// @param called as they let the others call them
    record Companion(ApplicationId application, String called, boolean infant) {
        @Override
        public String toString() {
            return "Companion[" + application + "]";
        }
    }
}
