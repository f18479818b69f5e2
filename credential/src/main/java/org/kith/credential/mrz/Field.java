package org.kith.credential.mrz;

/// A place in the zone: line and column counted from 1, as ICAO 9303 counts them, and a length in characters.
record Field(int line, int column, int length) {
    /// Stands where a format does not have the field.
    static final Field ABSENT = new Field(1, 1, 0);

    Field {
        if (line < 1 || column < 1 || length < 0) throw new IllegalArgumentException("no such place");
    }

    boolean present() {
        return length > 0;
    }

    boolean covers(int atLine, int atColumn) {
        return line == atLine && atColumn >= column && atColumn < column + length;
    }
}
