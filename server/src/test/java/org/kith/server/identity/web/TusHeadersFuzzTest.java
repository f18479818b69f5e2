package org.kith.server.identity.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in the headers of an upload: it is read or refused. Nothing is thrown.
class TusHeadersFuzzTest {
    private static final String LONG = "1m";

    static Stream<byte[]> metadata() {
        return Stream.of(
                        "",
                        "sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                        "filename d29ybGRfZG9taW5hdGlvbl9wbGFuLnBkZg==,is_confidential",
                        "sha256,sha256 ",
                        " ,, ,")
                .map(text -> text.getBytes(ISO_8859_1));
    }

    static Stream<byte[]> numbers() {
        return Stream.of("0", "26214400", "-1", "999999999999999999", "9999999999999999999", "1e3", "+1", " 1", "")
                .map(text -> text.getBytes(ISO_8859_1));
    }

    @MethodSource("metadata")
    @FuzzTest(maxDuration = LONG)
    void metadata(byte[] header) {
        TusHeaders.digest(new String(header, ISO_8859_1))
                .ifPresent(digest -> assertThat(digest.length).isIn(0, 32));
    }

    @MethodSource("numbers")
    @FuzzTest(maxDuration = LONG)
    void a_number(byte[] header) {
        TusHeaders.number(new String(header, ISO_8859_1))
                .ifPresent(number -> assertThat(number).isNotNegative());
    }
}
