package org.kith.server.identity.intake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.kith.credential.mrz.MrzReader;
import org.kith.credential.mrz.MrzReading;
import org.kith.credential.mrz.optical.Sighting;
import org.kith.server.identity.Intake;
import org.kith.server.identity.PassportReading;

/// The lines of a passport on their way out of the drawing process. Only lines come out, and they are read once more.
record ZoneOutput(LocalDate today) implements Redrawing.Output<PassportReading> {
    private static final String READ = "Read";

    static void write(Sighting sighting, OutputStream to) throws IOException {
        try (var out = new DataOutputStream(to)) {
            out.writeUTF(sighting.getClass().getSimpleName());
            if (sighting instanceof Sighting.Read(var mrz)) out.writeUTF(String.join("\n", mrz.lines()));
        }
    }

    @Override
    public PassportReading read(DataInputStream in) throws IOException {
        return switch (in.readUTF()) {
            case READ ->
                MrzReader.read(in.readUTF(), today) instanceof MrzReading.Read(var mrz)
                        ? new PassportReading.Read(mrz)
                        : new PassportReading.Unsure();
            case "Unsure" -> new PassportReading.Unsure();
            case "Nothing" -> new PassportReading.NoLines();
            case "TooSmall" -> new PassportReading.NotTaken(new Intake.TooSmall());
            case "TooManyPixels" -> new PassportReading.NotTaken(new Intake.TooManyPixels());
            default -> new PassportReading.NotTaken(new Intake.Unreadable());
        };
    }

    @Override
    public PassportReading refused(Intake.Refused why) {
        return new PassportReading.NotTaken(why);
    }
}
