package org.kith.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UtopiaTest {
    @Test
    void the_utopian_pack_loads_without_a_fault() {
        var reading = Pack.read(Path.of("..", "programmes", "utopia"));

        if (reading instanceof PackReading.Faulty(var faults)) faults.forEach(System.out::println);
        assertThat(reading).isInstanceOf(PackReading.Loaded.class);
    }
}
