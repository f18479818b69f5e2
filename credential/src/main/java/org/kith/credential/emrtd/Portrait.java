package org.kith.credential.emrtd;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.kith.credential.encoding.Malformed;

/// The picture in DG2, still encoded: a stranger's file like any other, to be drawn anew before anyone sees it.
///
/// @param format as its first bytes say, not as the record does
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Portrait(Format format, byte[] image) {
    /// What browsers show, and what they mostly do not.
    public enum Format {
        JPEG,
        JPEG2000
    }

    private static final byte[] FAC = {'F', 'A', 'C', 0};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] JP2 = {0, 0, 0, 12, 'j', 'P', ' ', ' '};
    private static final byte[] CODESTREAM = {(byte) 0xFF, 0x4F, (byte) 0xFF, 0x51};
    private static final int FACES_AT = 12;
    private static final int POINT = 8;
    private static final int IMAGE_HEADER = 12;
    private static final int LARGEST = 1024 * 1024;

    /// The first face of the first template (9303-10 §4.7.2, ISO/IEC 19794-5:2005 §5). Nothing where it is not found.
    static Optional<Portrait> in(byte[] dg2) {
        try {
            var templates = Tlv.of(Tlv.only(Tlv.only(dg2, 0x75), 0x7F61));
            return image(Tlv.of(templates.find(0x7F60)).find(0x5F2E));
        } catch (Malformed | BufferUnderflowException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Portrait> image(byte[] octets) {
        if (!starts(octets, FAC)) return Optional.empty();
        var record = ByteBuffer.wrap(octets);
        // Version, length, number of faces; then of the first face: its length.
        record.position(FACES_AT + 2);
        var length = record.getInt();
        var points = Short.toUnsignedInt(record.getShort());
        record.position(record.position() + 14 + points * POINT + IMAGE_HEADER);
        var room = Math.min(record.remaining(), length - 20 - points * POINT - IMAGE_HEADER);
        if (room <= 0 || room > LARGEST) return Optional.empty();

        var image = new byte[room];
        record.get(image);
        if (starts(image, JPEG)) return Optional.of(new Portrait(Format.JPEG, image));
        if (starts(image, JP2) || starts(image, CODESTREAM)) return Optional.of(new Portrait(Format.JPEG2000, image));
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        return bytes.length > with.length && java.util.Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
