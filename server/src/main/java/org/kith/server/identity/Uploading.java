package org.kith.server.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.identity.AddResult.Added;
import org.kith.server.identity.AddResult.Enough;
import org.kith.server.identity.AddResult.NotNow;
import org.kith.server.identity.AddResult.NotTaken;
import org.kith.server.identity.FinishResult.Finished;
import org.kith.server.identity.FinishResult.Later;
import org.kith.server.identity.intake.Limits;
import org.kith.server.identity.storage.FilesAway;
import org.kith.server.vault.Context;
import org.kith.server.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a file in pieces, over a line that may be cut, and hands it to [Papers] once it is whole.
///
/// **What is acknowledged is on disk**, sealed under its person's key, and never there in any other form. Nothing of it
/// is looked at before the last byte has come; then it goes the way of a file sent by a form.
@Service
public class Uploading {
    /// Of one person, all unfinished files together. A new one pushes out the oldest.
    static final int MOST_BYTES = 2 * Limits.FILE_BYTES;

    static final int MOST_FILES = 5;

    /// How much is read before it is sealed and acknowledged.
    static final int PIECE = 256 * 1024;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration IN_HAND = Duration.ofMinutes(3);

    private final Applications applications;
    private final Papers papers;
    private final Uploads uploads;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Uploading(
            Applications applications,
            Papers papers,
            Uploads uploads,
            Vault vault,
            TransactionTemplate transaction,
            Clock clock) {
        this.applications = applications;
        this.papers = papers;
        this.uploads = uploads;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Makes room for a file that is to come.
    ///
    /// @param print its SHA-256, by which the person's browser knows it again, and we that it came whole
    public BeginResult begin(Application application, String evidence, long bytes, byte @Nullable [] print) {
        if (!papers.isAsked(application, evidence)) return new BeginResult.NotAsked();
        if (!papers.takesPapers(application)) return new BeginResult.Closed();
        if (bytes == 0) return new BeginResult.Empty();
        if (bytes > Limits.FILE_BYTES) return new BeginResult.TooLarge();

        var now = clock.instant();
        var upload = new Upload(UploadId.random(), application.id(), evidence, (int) bytes, 0, null, now.plus(KEPT));
        var closed = print == null ? null : vault.seal(application.person(), printOf(upload.id()), print);
        transaction.executeWithoutResult(_ -> {
            applications.lock(application.id());
            makeRoom(application, (int) bytes);
            uploads.add(upload, closed, now);
        });
        return new BeginResult.Begun(upload);
    }

    /// Reads `body` until it ends, or is cut, or the file is whole. What came is kept in each of these cases.
    public ReceiveResult receive(Application application, Upload upload, long offset, InputStream body) {
        if (upload.isOver(clock.instant()) || (upload.outcome() != null && !upload.isWhole())) {
            return new ReceiveResult.Over();
        }
        if (offset != upload.received()) return new ReceiveResult.WrongOffset(upload.received());

        var at = upload.received();
        while (at < upload.bytes()) {
            var block = Block.read(body, Math.min(PIECE, upload.bytes() - at));
            if (block.bytes().length > 0) {
                if (!uploads.append(application.person(), upload, at, block.bytes(), clock.instant())) {
                    return notAppended(upload, at);
                }
                at += block.bytes().length;
            }
            if (block.isLast()) return new ReceiveResult.Received(at);
        }
        return hasMore(body) ? new ReceiveResult.TooMuch(at) : new ReceiveResult.Received(at);
    }

    /// Hands a whole file on, once: whoever asks again hears the same.
    public FinishResult finish(Application application, UploadId id) {
        var now = clock.instant();
        if (!uploads.claim(id, now, now.minus(IN_HAND))) {
            var outcome = uploads.find(id).map(Upload::outcome).orElse(null);
            return outcome == null ? new Later("uploads.busy") : new Finished(outcome);
        }

        try {
            var upload = uploads.find(id).orElseThrow();
            var result = isAsItWas(application, id) ? handOn(application, upload) : new Finished("uploads.notTheSame");
            if (result instanceof Finished(var outcome)) uploads.end(id, outcome);
            return result;
        } catch (FilesAway _) {
            return new Later("uploads.away");
        } finally {
            uploads.release(id);
        }
    }

    /// Files of one kind that have begun to come and wait for the rest.
    public List<Waiting> waiting(Application application, String evidence) {
        return uploads.of(application.id(), clock.instant()).stream()
                .filter(upload -> upload.evidence().equals(evidence))
                .map(upload -> new Waiting(upload, print(application, upload.id())))
                .toList();
    }

    /// A file that waits for the rest of it.
    ///
    /// @param print its SHA-256 in hexadecimal digits, for its sender's browser; empty if it told none
    public record Waiting(Upload upload, String print) {}

    private FinishResult handOn(Application application, Upload upload) {
        var file = uploads.open(application.person(), upload.id());
        return switch (papers.add(application.id(), upload.evidence(), file)) {
            case Added _ -> new Finished(Upload.TAKEN);
            case NotTaken(var why) -> new Finished(why.textKey());
            case Enough() -> new Finished("papers.enough");
            case AddResult.Closed(), AddResult.NotAsked() -> new Finished("papers.closed");
            case NotNow(var textKey) -> new Later(textKey);
        };
    }

    /// Two halves of two files make no third.
    private boolean isAsItWas(Application application, UploadId id) {
        var print = print(application, id);
        if (print.isEmpty()) return true;

        try (var file = new DigestInputStream(uploads.open(application.person(), id), sha256())) {
            file.transferTo(OutputStream.nullOutputStream());
            return print.equals(HexFormat.of().formatHex(file.getMessageDigest().digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String print(Application application, UploadId id) {
        return uploads.print(id)
                .flatMap(closed -> vault.open(application.person(), printOf(id), closed))
                .map(HexFormat.of()::formatHex)
                .orElse("");
    }

    private void makeRoom(Application application, int bytes) {
        var waiting = uploads.of(application.id(), clock.instant());
        var count = waiting.size();
        var held = waiting.stream().mapToLong(Upload::bytes).sum();
        for (var oldest : waiting) {
            if (count < MOST_FILES && held + bytes <= MOST_BYTES) return;
            uploads.remove(oldest.id());
            count--;
            held -= oldest.bytes();
        }
    }

    private ReceiveResult notAppended(Upload upload, int at) {
        return uploads.find(upload.id())
                .filter(now -> now.received() != at)
                .<ReceiveResult>map(now -> new ReceiveResult.WrongOffset(now.received()))
                .orElseGet(ReceiveResult.Over::new);
    }

    private static boolean hasMore(InputStream body) {
        return Block.read(body, 1).bytes().length > 0;
    }

    private static Context printOf(UploadId id) {
        return new Context("upload.print", id.value());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Some bytes of a body. [InputStream#readNBytes] would drop what came before a line was cut.
    ///
    /// @param isLast if none will follow, because the body ended or the line did
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Block(byte[] bytes, boolean isLast) {
        static Block read(InputStream body, int most) {
            var bytes = new ByteArrayOutputStream(most);
            var part = new byte[Math.min(most, 16 * 1024)];
            try {
                while (bytes.size() < most) {
                    var count = body.read(part, 0, Math.min(part.length, most - bytes.size()));
                    if (count < 0) return new Block(bytes.toByteArray(), true);
                    bytes.write(part, 0, count);
                }
                return new Block(bytes.toByteArray(), false);
            } catch (IOException _) {
                return new Block(bytes.toByteArray(), true);
            }
        }
    }
}
