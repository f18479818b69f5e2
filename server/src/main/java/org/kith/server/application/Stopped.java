package org.kith.server.application;

/// Whether a court has stopped a case. While one has, no time runs out on its person, and nothing of it goes.
public interface Stopped {
    boolean isStopped(ApplicationId application);
}
