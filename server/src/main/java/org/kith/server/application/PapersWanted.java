package org.kith.server.application;

/// Something for which papers can be added to an application that is decided.
public interface PapersWanted {
    boolean isWanted(Application application);
}
