package org.kith.server.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.kith.server.vault.PersonId;

/// A file that lies in pieces, read as one. Never more than one piece of it is open.
final class SealedPieces extends InputStream {
    private final SealedFiles files;
    private final PersonId person;
    private final Iterator<UUID> left;
    private InputStream piece = InputStream.nullInputStream();

    SealedPieces(SealedFiles files, PersonId person, List<UUID> pieces) {
        this.files = files;
        this.person = person;
        this.left = pieces.iterator();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) return 0;

        var count = piece.read(into, from, length);
        while (count < 0 && left.hasNext()) {
            piece = new ByteArrayInputStream(files.open(person, left.next())
                    .orElseThrow(() -> new IOException("The person was erased meanwhile.")));
            count = piece.read(into, from, length);
        }
        return count;
    }
}
