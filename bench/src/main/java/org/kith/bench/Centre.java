package org.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Two centres with more places than any bench takes, where the demonstration's registrars work. Their doors never
/// close, so that a visit can be booked and held on the day of the bench.
final class Centre {
    /// Where the first two registrars work.
    static final String CODE = "bench";

    /// Where the third does.
    static final String OTHER = "other";

    private Centre() {}

    static Path write(Path home) throws IOException {
        var file = home.resolve("centres.yaml");
        return Files.writeString(file, "centres:\n" + entry(1, CODE, "Bench") + entry(3, OTHER, "Elsewhere"));
    }

    private static String entry(int number, String code, String town) {
        return """
                  - id: 0de00000-0000-4000-9000-%012d
                    code: %s
                    town: %s
                    country: XER
                    address: 1 Bench
                    finding: A bench.
                    time-zone: UTC
                    languages: [en]
                    step-free: true
                    counters: 500
                    hours:
                      monday: 00:00-23:59
                      tuesday: 00:00-23:59
                      wednesday: 00:00-23:59
                      thursday: 00:00-23:59
                      friday: 00:00-23:59
                      saturday: 00:00-23:59
                      sunday: 00:00-23:59
                """.formatted(number, code, town);
    }
}
