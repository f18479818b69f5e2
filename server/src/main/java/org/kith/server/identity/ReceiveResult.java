package org.kith.server.identity;

/// What came of bytes sent for a file.
public sealed interface ReceiveResult {
    /// So far the file is on disk. A line cut in the middle has brought fewer bytes than it meant to.
    record Received(int offset) implements ReceiveResult {}

    /// The sender goes on from another place than we are at; or somebody else of the same person was faster.
    record WrongOffset(int offset) implements ReceiveResult {}

    /// More than the file was said to have. What belongs to the file is kept.
    record TooMuch(int offset) implements ReceiveResult {}

    /// Its day is over, or it came in more pieces than a file is worth.
    record Over() implements ReceiveResult {}
}
