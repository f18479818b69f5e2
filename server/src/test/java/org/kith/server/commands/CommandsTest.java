package org.kith.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.Kith;

class CommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "backup --help",
                "restore --help",
                "keys --help",
                "keys create --help",
                "keys request --help",
                "keys install --help",
                "keys ceremony --help",
                "keys ceremony root --help",
                "keys ceremony sign --help",
                "staff --help",
                "staff first --help",
                "staff confirm --help",
                "journal --help",
                "journal verify --help",
                "decisions verify --help",
                "trust --help",
                "trust import --help"
            })
    void every_command_explains_itself(String line) {
        assertThat(Commands.run(Kith.class, line.split(" "))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "backup",
                "keys create",
                "keys request requests.pem",
                "keys ceremony root /tmp",
                "staff second",
                "trust import",
                "restore --with-everything /tmp"
            })
    void wrong_use_ends_with_two(String line) {
        assertThat(Commands.run(Kith.class, line.split(" "))).isEqualTo(2);
    }

    @Test
    void a_setting_of_the_server_is_no_command() {
        assertThat(Commands.among("--server.port=9000")).isFalse();
        assertThat(Commands.among()).isFalse();
        assertThat(Commands.among("journal", "verify")).isTrue();
    }
}
