package org.kith.server.inquiry;

/// What came of looking into something.
public enum Outcome {
    PASSED,
    /// Something a person must look at. It refuses nobody.
    CONCERN,
    UNKNOWN
}
