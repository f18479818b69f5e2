package org.kith.server.database;

/// One thing in the way of a start, said so that it can be mended.
///
/// @param what  what is wrong
/// @param where the setting, file or address it was found in
/// @param mend  what to do about it
public record Obstacle(String what, String where, String mend) {
    @Override
    public String toString() {
        return what + "\n    where: " + where + "\n    mend:  " + mend;
    }
}
