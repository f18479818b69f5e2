package org.kith.server.identity;

import java.time.Instant;
import java.util.TreeMap;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.server.identity.ChipReading.Active;
import org.kith.server.identity.ChipReading.Passive;
import org.kith.server.identity.ChipReading.Said;
import tools.jackson.databind.JsonNode;

/// What was read of a chip, as it is sealed.
final class ChipForm {
    private ChipForm() {}

    static byte[] of(ChipReading reading) {
        var form = new TreeMap<String, Object>();
        form.put("passive", reading.passive().name());
        form.put("active", reading.active().name());
        form.put("chip_said", reading.chip().name());
        form.put("country", reading.country());
        form.put("csca", reading.csca());
        form.put("sod", reading.sod());
        form.put("lines", reading.lines());
        form.put("unshown", reading.unshown());
        form.put("at", reading.at().toString());
        return Json.write(form);
    }

    static ChipReading read(byte[] form) {
        try {
            var said = Json.object(form);
            return new ChipReading(
                    Passive.valueOf(said.path("passive").asString()),
                    Active.valueOf(said.path("active").asString()),
                    Said.valueOf(said.path("chip_said").asString()),
                    said.path("country").asString(),
                    said.path("csca").asString(),
                    said.path("sod").asString(),
                    said.path("lines").valueStream().map(JsonNode::asString).toList(),
                    said.path("unshown").asBoolean(),
                    Instant.parse(said.path("at").asString()));
        } catch (Malformed e) {
            throw new IllegalStateException("a reading that we wrote ourselves", e);
        }
    }
}
