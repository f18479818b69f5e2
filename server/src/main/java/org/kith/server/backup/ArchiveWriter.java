package org.kith.server.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// One archive being written, and counted.
final class ArchiveWriter implements AutoCloseable {
    private final Path file;
    private final ZipOutputStream zip;
    private final Map<String, Long> counts = new TreeMap<>();

    /// Writes what is in one entry, and returns how many rows that was.
    @FunctionalInterface
    interface Content {
        long writeTo(OutputStream out) throws IOException, SQLException;
    }

    ArchiveWriter(Path file) throws IOException {
        this.file = file;
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    long add(String name, Content content) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        var count = content.writeTo(new Uncloseable(zip));
        zip.closeEntry();
        counts.put(name, count);
        return count;
    }

    void add(String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.transferTo(zip);
        zip.closeEntry();
        counts.put(name, 1L);
    }

    /// Ends the archive; what is in it is on the disk when this returns.
    Manifest.Archive finished() throws IOException {
        zip.close();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
        return new Manifest.Archive(Digests.sha256(file), Files.size(file), counts);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// A writer of one entry must not close the whole archive.
    private static final class Uncloseable extends OutputStream {
        private final OutputStream out;

        Uncloseable(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {}
    }
}
