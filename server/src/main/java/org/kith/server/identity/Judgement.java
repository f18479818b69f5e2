package org.kith.server.identity;

/// What an officer says of something only a person can judge. Nothing is preset.
public enum Judgement {
    YES,
    NO,
    CANNOT_TELL
}
