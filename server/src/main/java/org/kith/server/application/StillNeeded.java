package org.kith.server.application;

/// Something for which what lies in an application has to stay, though its time is over.
public interface StillNeeded {
    boolean isNeeded(Application application);
}
