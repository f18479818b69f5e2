package org.kith.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.kith.server.keys.KeyPlace;
import org.kith.server.keys.SomeKeys;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A whole server as in production, with keys of its own.
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NoDemonstrationInProductionTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @DynamicPropertySource
    static void production(DynamicPropertyRegistry registry) throws IOException {
        var keys = Files.createTempDirectory("kith-keys");
        var password = Files.writeString(Path.of(keys + ".password"), "a password of this test alone");
        SomeKeys.ofProduction(
                new KeyPlace(keys, password), Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
        var database = ServerTest.freshDatabase();
        registry.add("spring.datasource.url", () -> database);
        registry.add("kith.home", () -> keys + ".home");
        registry.add(
                "kith.programme",
                () -> Path.of("../programmes/utopia")
                        .toAbsolutePath()
                        .normalize()
                        .toString());
        registry.add("kith.production", () -> "true");
        registry.add("kith.keys", keys::toString);
        registry.add("kith.keys-password-file", password::toString);
        registry.add("kith.base-url", () -> "https://card.example");
        registry.add("kith.mail.host", () -> "mail.card.example");
    }

    @Test
    void no_bean_of_the_demonstration_exists() {
        var ofTheDemonstration = Arrays.stream(context.getBeanDefinitionNames())
                .filter(name -> {
                    var type = context.getType(name);
                    return type != null && type.getName().startsWith("org.kith.server.demo");
                })
                .toList();

        assertThat(ofTheDemonstration).isEmpty();
        assertThat(context.getBeansOfType(AdvancingClock.class)).isEmpty();
    }

    @Test
    void its_pages_are_not_there() {
        var visitor = Visitor.at(port);

        for (var path : new String[] {"/demo", "/demo/outbox"})
            assertThat(visitor.get(path).status()).isEqualTo(404);
        visitor.get("/sign-in");
        for (var path : new String[] {"/demo/person", "/demo/officers/marrow", "/demo/clock"})
            assertThat(visitor.post(path, Map.of("email", "ana@example.org")).status())
                    .isIn(403, 404);
    }

    @Test
    void none_of_its_people_is_on_the_staff() {
        assertThat(jdbc.sql("select count(*) from officer").query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from account").query(Integer.class).single())
                .isZero();
    }

    @Test
    void its_banner_is_gone() {
        assertThat(Visitor.at(port).get("/sign-in").text()).doesNotContain("demonstration");
    }

    @Test
    void cookies_go_over_https_alone() {
        var visitor = Visitor.at(port);

        var set = visitor.get("/sign-in").headers().get("set-cookie");

        assertThat(set).isNotEmpty().allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
    }
}
