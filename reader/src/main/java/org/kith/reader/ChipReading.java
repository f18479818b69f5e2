package org.kith.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.icao.DG14File;
import org.kith.reader.ChipFiles.Access;
import org.kith.reader.ChipFiles.ChipAuthentication;
import org.kith.reader.Progress.Step;

/// Reads one chip: opens it with the printed lines, takes its files, has it prove what it can.
final class ChipReading {
    private static final int LARGEST = 512 * 1024;

    private final Cards cards;
    private final BACKey key;
    private final byte[] challenge;
    private final Consumer<Progress> progress;

    /// @param challenge of the server; one of our own would prove nothing to it
    ChipReading(Cards cards, BACKey key, byte[] challenge, Consumer<Progress> progress) {
        this.cards = cards;
        this.key = key;
        this.challenge = challenge.clone();
        this.progress = progress;
    }

    ChipFiles read() throws ReadFailed {
        progress.accept(Progress.WAITING);
        try {
            return attempt(true);
        } catch (ChipAuthenticationFailed _) {
            // A copy. Its files are read all the same: whoever judges shall see them.
            try {
                return attempt(false);
            } catch (ChipAuthenticationFailed e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private ChipFiles attempt(boolean withChipAuthentication) throws ReadFailed, ChipAuthenticationFailed {
        var card = cards.connect();
        try {
            return attempt(card, withChipAuthentication);
        } catch (CardServiceException | IOException | RuntimeException _) {
            throw new ReadFailed(card.broken().orElse(Failure.NOT_ANSWERING));
        } finally {
            card.close();
        }
    }

    private ChipFiles attempt(Card card, boolean withChipAuthentication)
            throws CardServiceException, IOException, ReadFailed, ChipAuthenticationFailed {
        progress.accept(new Progress(Step.OPENING, 5));
        var chip = new PassportService(
                card, PassportService.NORMAL_MAX_TRANCEIVE_LENGTH, PassportService.DEFAULT_MAX_BLOCKSIZE, false, true);
        chip.open();
        var access = open(card, chip);

        progress.accept(new Progress(Step.READING, 10));
        var groups = new TreeMap<Integer, byte[]>();
        var sod = file(chip, PassportService.EF_SOD);
        optional(card, chip, PassportService.EF_DG14).ifPresent(dg14 -> groups.put(14, dg14));
        var dg14 = groups.get(14);
        var proven = dg14 == null ? ChipAuthentication.NOT_OFFERED : authenticate(chip, dg14, withChipAuthentication);
        groups.put(1, afterAuthentication(card, chip, proven));
        optional(card, chip, PassportService.EF_DG15).ifPresent(dg15 -> groups.put(15, dg15));
        groups.put(2, file(chip, PassportService.EF_DG2));

        progress.accept(new Progress(Step.PROVING, 95));
        var answer = groups.containsKey(15) ? answer(card, chip) : Optional.<byte[]>empty();
        return new ChipFiles(sod, groups, access, proven, answer);
    }

    private Access open(Card card, PassportService chip) throws CardServiceException, ReadFailed {
        try {
            var pace = paceInfo(card, chip);
            if (pace.isPresent()) {
                openByPace(chip, pace.get());
                chip.sendSelectApplet(true);
                return Access.PACE;
            }
            select(card, chip);
            chip.doBAC(key);
            return Access.BAC;
        } catch (CardServiceException | GeneralSecurityException | RuntimeException _) {
            throw new ReadFailed(card.broken().orElse(Failure.WRONG_MRZ));
        }
    }

    private void openByPace(PassportService chip, PACEInfo info) throws CardServiceException, GeneralSecurityException {
        chip.doPACE(
                PACEKeySpec.createMRZKey(key),
                info.getObjectIdentifier(),
                PACEInfo.toParameterSpec(info.getParameterId()),
                info.getParameterId());
    }

    private static void select(Card card, PassportService chip) throws ReadFailed {
        try {
            chip.sendSelectApplet(false);
        } catch (CardServiceException _) {
            throw new ReadFailed(card.broken().orElse(Failure.NOT_A_PASSPORT));
        }
    }

    /// Older chips have no EF.CardAccess and are opened by BAC.
    private static Optional<PACEInfo> paceInfo(Card card, PassportService chip) throws ReadFailed {
        try (var in = chip.getInputStream(PassportService.EF_CARD_ACCESS, PassportService.DEFAULT_MAX_BLOCKSIZE)) {
            return new CardAccessFile(in)
                    .getSecurityInfos().stream()
                            .filter(PACEInfo.class::isInstance)
                            .map(PACEInfo.class::cast)
                            .findFirst();
        } catch (CardServiceException | IOException | RuntimeException _) {
            if (card.broken().isPresent()) throw new ReadFailed(card.broken().get());
            return Optional.empty();
        }
    }

    private ChipAuthentication authenticate(PassportService chip, byte[] dg14, boolean wanted)
            throws IOException, ChipAuthenticationFailed {
        var infos = new DG14File(new ByteArrayInputStream(dg14)).getSecurityInfos();
        var keys = infos.stream()
                .filter(ChipAuthenticationPublicKeyInfo.class::isInstance)
                .map(ChipAuthenticationPublicKeyInfo.class::cast)
                .findFirst();
        if (keys.isEmpty()) return ChipAuthentication.NOT_OFFERED;
        if (!wanted) return ChipAuthentication.FAILED;

        var how = infos.stream()
                .filter(ChipAuthenticationInfo.class::isInstance)
                .map(ChipAuthenticationInfo.class::cast)
                .findFirst();
        try {
            chip.doEACCA(
                    keys.get().getKeyId(),
                    how.map(ChipAuthenticationInfo::getObjectIdentifier).orElse(null),
                    keys.get().getObjectIdentifier(),
                    keys.get().getSubjectPublicKey());
            return ChipAuthentication.PROVEN;
        } catch (CardServiceException | RuntimeException _) {
            throw new ChipAuthenticationFailed();
        }
    }

    /// A copy agrees to everything; it fails at the next command, under keys that it cannot know. A file that was read
    /// before would come from JMRTD's memory and prove nothing.
    private byte[] afterAuthentication(Card card, PassportService chip, ChipAuthentication proven)
            throws CardServiceException, IOException, ReadFailed, ChipAuthenticationFailed {
        try {
            return file(chip, PassportService.EF_DG1);
        } catch (CardServiceException | IOException e) {
            if (card.broken().isEmpty() && proven == ChipAuthentication.PROVEN) throw new ChipAuthenticationFailed();
            throw e;
        }
    }

    private Optional<byte[]> answer(Card card, PassportService chip) throws CardServiceException {
        try {
            return Optional.ofNullable(chip.doAA(null, null, null, challenge).getResponse());
        } catch (CardServiceException e) {
            if (card.broken().isPresent()) throw e;
            return Optional.empty();
        }
    }

    private Optional<byte[]> optional(Card card, PassportService chip, short id)
            throws CardServiceException, IOException, ReadFailed {
        try {
            return Optional.of(file(chip, id));
        } catch (CardServiceException | IOException e) {
            if (card.broken().isPresent()) throw e;
            return Optional.empty();
        }
    }

    private byte[] file(PassportService chip, short id) throws CardServiceException, IOException, ReadFailed {
        try (var in = chip.getInputStream(id, PassportService.DEFAULT_MAX_BLOCKSIZE)) {
            if (in.getLength() > LARGEST) throw new ReadFailed(Failure.NOT_ANSWERING);
            var all = new ByteArrayOutputStream(in.getLength());
            var piece = new byte[1024];
            for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                all.write(piece, 0, read);
                if (id == PassportService.EF_DG2)
                    progress.accept(new Progress(Step.READING, 20 + (int) (70L * all.size() / in.getLength())));
            }
            return all.toByteArray();
        }
    }

    private static final class ChipAuthenticationFailed extends Exception {
        private static final long serialVersionUID = 1;
    }
}
