package org.kith.server.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.kith.server.keys.Codes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// Counts, by the hour, how often links were asked for and recovery codes tried. One row a counter, found by its key;
/// addresses, numbers and networks are there only as codes, and gone after two hours.
@Repository
class SignInRates {
    private static final int CODES_FOR_A_REFERENCE = 10;

    private final JdbcClient jdbc;
    private final Codes codes;
    private final Clock clock;
    private final int toAddress;
    private final int fromNetwork;
    private final int codesFromNetwork;

    SignInRates(
            JdbcClient jdbc,
            Codes codes,
            Clock clock,
            @Value("${kith.sign-in.links-per-address:6}") int toAddress,
            @Value("${kith.sign-in.links-per-network:120}") int fromNetwork,
            @Value("${kith.recovery.codes-per-network:60}") int codesFromNetwork) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.clock = clock;
        this.toAddress = toAddress;
        this.fromNetwork = fromNetwork;
        this.codesFromNetwork = codesFromNetwork;
    }

    boolean tooManyTo(EmailAddress address) {
        return count(
                        "RATE-ADDRESS",
                        address.value().toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                > toAddress;
    }

    boolean tooManyFrom(String network) {
        return count("RATE-NETWORK", network(network)) > fromNetwork;
    }

    /// Nobody guesses 140 bits; this keeps the noise away.
    boolean tooManyCodesFrom(String network) {
        return count("RATE-RECOVERY-NETWORK", network(network)) > codesFromNetwork;
    }

    boolean tooManyCodesFor(String reference) {
        return count("RATE-RECOVERY-REFERENCE", reference.getBytes(StandardCharsets.UTF_8)) > CODES_FOR_A_REFERENCE;
    }

    private int count(String kind, byte[] what) {
        var sql = """
                insert into sign_in_rate (counter, hour, asked) values (:counter, :hour, 1)
                on conflict (counter, hour) do update set asked = sign_in_rate.asked + 1
                returning asked
                """;
        return jdbc.sql(sql)
                .param("counter", codes.lookUp(kind, what))
                .param("hour", hour())
                .query(Integer.class)
                .single();
    }

    @Scheduled(fixedDelayString = "PT30M", initialDelayString = "PT2M")
    void forget() {
        jdbc.sql("delete from sign_in_rate where hour < ?")
                .param(hour().minus(Duration.ofHours(1)))
                .update();
    }

    private OffsetDateTime hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
    }

    /// A household with IPv6 has a whole /64 to ask from.
    private static byte[] network(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address ? Arrays.copyOf(parsed.getAddress(), 8) : parsed.getAddress();
        } catch (IllegalArgumentException e) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }
}
