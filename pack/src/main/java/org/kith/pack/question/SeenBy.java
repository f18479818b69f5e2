package org.kith.pack.question;

/// Who on the state's side reads an answer.
public enum SeenBy {
    REGISTRAR,
    CASEWORKER,
    SUPERVISOR
}
