package org.kith.server.centre;

import java.util.Set;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;

/// Somebody who knows which applications name one and the same document. However many accounts a person makes, they
/// gain
/// one place.
public interface OnePerson {
    /// Whether another application with the same document is being dealt with this very moment; else none is until this
    /// transaction ends.
    boolean isBusy(Application application);

    /// Other people's applications with the same document.
    Set<ApplicationId> others(Application application);
}
