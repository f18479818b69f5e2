package org.kith.specimen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A passport's chip: access by BAC or PACE before anything is read, then chip and active authentication.
public final class SpecimenChip {
    private static final byte[] ANSWER_TO_RESET = {0x3B, (byte) 0x80, (byte) 0x80, 0x01, 0x01};
    private static final byte[] APPLICATION = {(byte) 0xA0, 0, 0, 2, 0x47, 0x10, 1};
    private static final int CARD_ACCESS = 0x011C;
    private static final int OK = 0x9000;
    private static final int WRONG_PASSWORD = 0x6300;
    private static final int NOT_SATISFIED = 0x6982;
    private static final int NOT_NOW = 0x6985;
    private static final int SEAL_WRONG = 0x6988;
    private static final int NO_SUCH_FILE = 0x6A82;
    private static final int NO_SUCH_INSTRUCTION = 0x6D00;

    private final SpecimenPassport passport;
    private final SecureRandom random = new SecureRandom();
    private boolean selected;
    private boolean open;
    private int file;
    private @Nullable Bac bac;
    private @Nullable Pace pace;
    private @Nullable SecureChannel channel;
    private @Nullable SecureChannel next;

    public SpecimenChip(SpecimenPassport passport) {
        this.passport = passport;
    }

    public byte[] answerToReset() {
        return ANSWER_TO_RESET.clone();
    }

    /// As when the current comes on.
    public void reset() {
        selected = false;
        open = false;
        file = 0;
        bac = null;
        pace = null;
        channel = null;
        next = null;
    }

    /// What it answers to a command.
    public byte[] answer(byte[] apdu) {
        try {
            var command = Command.read(apdu);
            var secured = command.isSecured() ? secured(apdu) : plain(command);
            if (next != null) channel = next;
            next = null;
            return secured;
        } catch (GeneralSecurityException | RuntimeException _) {
            return Octets.status(0x6F00);
        }
    }

    private byte[] secured(byte[] apdu) throws GeneralSecurityException {
        var used = channel;
        if (used == null) return Octets.status(SEAL_WRONG);
        var command = used.open(apdu);
        if (command.isEmpty()) {
            channel = null;
            open = false;
            return Octets.status(SEAL_WRONG);
        }
        return used.seal(run(command.get()));
    }

    /// A command in the clear ends the session.
    private byte[] plain(Command command) throws GeneralSecurityException {
        if (channel != null) open = false;
        channel = null;
        return run(command);
    }

    private byte[] run(Command command) throws GeneralSecurityException {
        return switch (command.instruction()) {
            case 0xA4 -> Octets.status(select(command));
            case 0xB0 -> read(command);
            case 0x84 -> challenge();
            case 0x82 -> mutual(command);
            case 0x22 -> Octets.status(prepare(command));
            case 0x86 -> general(command);
            case 0x88 -> internal(command);
            default -> Octets.status(NO_SUCH_INSTRUCTION);
        };
    }

    private int select(Command command) {
        if (command.p1() == 4) {
            selected = Arrays.equals(command.data(), APPLICATION);
            return selected ? OK : NO_SUCH_FILE;
        }
        if (command.data().length == 0) {
            selected = false;
            return OK;
        }
        return choose(((command.data()[0] & 0xFF) << 8) | (command.data()[1] & 0xFF));
    }

    private int choose(int id) {
        if (id == 0x3F00) selected = false;
        if (id == 0x3F00) return OK;
        if (!selected && id != CARD_ACCESS) return NO_SUCH_FILE;
        if (selected && !open) return NOT_SATISFIED;
        if (content(id) == null) return NO_SUCH_FILE;
        file = id;
        return OK;
    }

    private byte[] read(Command command) {
        var offset = (command.p1() << 8) | command.p2();
        if ((command.p1() & 0x80) != 0) {
            var status = choose(0x0100 | (command.p1() & 0x1F));
            if (status != OK) return Octets.status(status);
            offset = command.p2();
        }
        var content = content(file);
        if (content == null) return Octets.status(NOT_NOW);
        if (offset > content.length) return Octets.status(0x6B00);
        var length = Math.min(command.expected(), content.length - offset);
        return Octets.join(
                Arrays.copyOfRange(content, offset, offset + length),
                Octets.status(length < command.expected() ? 0x6282 : OK));
    }

    private byte @Nullable [] content(int id) {
        return switch (id) {
            case CARD_ACCESS -> passport.cardAccess();
            case 0x011E ->
                LogicalData.common(new java.util.TreeSet<>(passport.groups().keySet()));
            case 0x011D -> passport.sod();
            default -> passport.groups().get(id - 0x0100);
        };
    }

    private byte[] challenge() {
        bac = new Bac(password(), random);
        return Octets.join(bac.challenge(), Octets.status(OK));
    }

    private byte[] mutual(Command command) throws GeneralSecurityException {
        if (bac == null) return Octets.status(NOT_NOW);
        var agreed = bac.authenticate(command.data());
        bac = null;
        if (agreed.isEmpty()) return Octets.status(WRONG_PASSWORD);

        next = agreed.get().channel();
        open = true;
        return Octets.join(agreed.get().answer(), Octets.status(OK));
    }

    private int prepare(Command command) {
        if (command.p1() == 0xC1 && command.p2() == 0xA4) {
            if (passport.cardAccess() == null) return 0x6A80;
            pace = new Pace(password(), random);
            return OK;
        }
        return command.p1() == 0x41 && command.p2() == 0xA4 && open ? OK : 0x6A86;
    }

    private byte[] general(Command command) throws GeneralSecurityException {
        var objects = Octets.objects(
                Objects.requireNonNull(Octets.objects(command.data()).get(0x7C)));
        if (pace != null) return pace(pace, objects);
        var point = objects.get(0x80);
        if (!open || point == null) return Octets.status(NOT_NOW);

        next = new SecureChannel(Ciphers.Aes.of(shared(point)), new byte[16]);
        return Octets.join(Octets.object(0x7C), Octets.status(OK));
    }

    private byte[] pace(Pace running, java.util.Map<Integer, byte[]> objects) throws GeneralSecurityException {
        var last = objects.containsKey(0x85);
        var answer = running.step(objects);
        if (last) pace = null;
        if (answer == null) return Octets.status(WRONG_PASSWORD);
        if (last) {
            next = running.channel();
            open = true;
        }
        return Octets.join(Octets.object(0x7C, answer), Octets.status(OK));
    }

    private byte[] shared(byte[] point) {
        if (!(passport.chipKey().getPrivate() instanceof ECPrivateKey key)) throw new IllegalStateException("no curve");
        return Pace.CURVE
                .getCurve()
                .decodePoint(point)
                .multiply(key.getS())
                .normalize()
                .getAffineXCoord()
                .getEncoded();
    }

    private byte[] internal(Command command) {
        if (!open) return Octets.status(NOT_SATISFIED);
        return Octets.join(passport.answer(command.data()), Octets.status(OK));
    }

    /// The digest over document number, birth and expiry as the page prints them (9303-11 §9.7.2).
    private byte[] password() {
        var second = passport.lines().replaceAll("\\s", "").substring(44);
        var printed = second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 28);
        return Ciphers.sha1(printed.getBytes(US_ASCII));
    }
}
