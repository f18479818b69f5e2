package org.kith.reader;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.Consumer;
import org.jmrtd.BACKey;
import org.kith.specimen.SpecimenChip;
import org.kith.specimen.SpecimenPassport;
import org.kith.specimen.SpecimenState;

/// Passports of Utopia, and chips without a reader between.
final class SomeChip {
    static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    static final String LINES = """
        P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
        L898902C36UTO7408122F2904157ZE184226B<<<<<18""";
    static final byte[] CHALLENGE = {8, 7, 6, 5, 4, 3, 2, 1};

    static {
        KithReader.prepare();
    }

    private SomeChip() {}

    static SpecimenState utopia() {
        return SpecimenState.of("UT", NOW);
    }

    static SpecimenPassport passport() {
        return passport(utopia());
    }

    /// With a portrait of the size that passports have.
    static SpecimenPassport passport(SpecimenState state) {
        var face = new byte[15_000];
        new Random(7).nextBytes(face);
        System.arraycopy("\u00ff\u00d8\u00ff".getBytes(StandardCharsets.ISO_8859_1), 0, face, 0, 3);
        return state.passport(LINES, face);
    }

    static BACKey key() throws ReadFailed {
        return ChipKey.of(LINES, LocalDate.of(2026, 11, 30));
    }

    /// Another document number, right in itself.
    static BACKey wrongKey() {
        return new BACKey("L898902D3", "740812", "290415");
    }

    /// Laid straight into the program's hand; taken away after so many commands.
    static Cards of(SpecimenPassport passport, int commands) {
        return () -> {
            var chip = new SpecimenChip(passport);
            return new Card() {
                private static final long serialVersionUID = 1;
                private int left = commands;

                @Override
                protected byte[] exchange(byte[] command) throws ReadFailed {
                    if (left-- == 0) throw new ReadFailed(Failure.TAKEN_AWAY);
                    return chip.answer(command);
                }
            };
        };
    }

    static Cards of(SpecimenPassport passport) {
        return of(passport, Integer.MAX_VALUE);
    }

    static ChipFiles read(Cards cards) throws ReadFailed {
        return read(cards, key(), _ -> {});
    }

    static ChipFiles read(Cards cards, BACKey key, Consumer<Progress> progress) throws ReadFailed {
        return new ChipReading(cards, key, CHALLENGE, progress).read();
    }
}
