package org.kith.server.site;

/// Whoever is signed in, as far as a page's frame needs to know.
public interface SignedIn {
    /// What the header says of them: an officer's name and role; nothing for a person.
    String label();

    /// What the child is called for whom a guardian acts; empty for whoever acts for themselves.
    default String actingFor() {
        return "";
    }
}
