package org.kith.reader;

/// Why no chip was read: a word for the page, and a sentence that says what to do.
enum Failure {
    NO_READER("Connect the passport reader to this computer, then try again."),
    NO_PASSPORT("Lay the open passport on the reader, photo page down, then try again."),
    NOT_A_PASSPORT(
            "What lies on the reader is no passport with a chip, or its chip is broken. Go on without the chip."),
    WRONG_MRZ("The lines do not open this chip. Compare them with the passport on the reader, then try again."),
    TAKEN_AWAY("The passport was taken away too early. Leave it on the reader until the page says so, then try again."),
    NOT_ANSWERING("The chip does not answer. Turn the passport over or move it a little, then try again."),
    SERVICE_RESTARTED("The computer’s card service was restarted while the chip was read. Try again."),
    SERVICE_AWAY("The computer’s card service does not run. Start it (on Linux: pcscd), then try again."),
    LINES_UNREADABLE("The lines cannot be read. Type them as the passport prints them, then try again."),
    BUSY("A chip is being read already. Wait until that is over."),
    OUR_MISTAKE("Something went wrong in the reader. Start it again, and go on without the chip meanwhile.");

    private final String sentence;

    Failure(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
