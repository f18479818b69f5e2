package org.kith.specimen;

import java.util.Arrays;

/// A command APDU (ISO/IEC 7816-4 §5.1).
///
/// @param expected how many octets the reader would take
@SuppressWarnings("ArrayRecordComponent") // never compared
record Command(int cla, int instruction, int p1, int p2, byte[] data, int expected) {
    static Command read(byte[] apdu) {
        var data = new byte[0];
        var expected = 0;
        var body = Arrays.copyOfRange(apdu, 4, apdu.length);
        if (body.length == 1) expected = shortLength(body[0]);
        if (body.length > 1 && body[0] != 0) {
            var length = body[0] & 0xFF;
            data = Arrays.copyOfRange(body, 1, 1 + length);
            if (body.length > 1 + length) expected = shortLength(body[1 + length]);
        }
        if (body.length == 3 && body[0] == 0) expected = longLength(body, 1);
        if (body.length > 3 && body[0] == 0) {
            var length = ((body[1] & 0xFF) << 8) | (body[2] & 0xFF);
            data = Arrays.copyOfRange(body, 3, 3 + length);
            if (body.length > 3 + length) expected = longLength(body, 3 + length);
        }
        return new Command(apdu[0] & 0xFF, apdu[1] & 0xFF, apdu[2] & 0xFF, apdu[3] & 0xFF, data, expected);
    }

    boolean isSecured() {
        return (cla & 0x0C) == 0x0C;
    }

    byte[] header() {
        return new byte[] {(byte) cla, (byte) instruction, (byte) p1, (byte) p2};
    }

    private static int shortLength(byte octet) {
        return octet == 0 ? 256 : octet & 0xFF;
    }

    private static int longLength(byte[] body, int at) {
        var length = ((body[at] & 0xFF) << 8) | (body[at + 1] & 0xFF);
        return length == 0 ? 65536 : length;
    }
}
