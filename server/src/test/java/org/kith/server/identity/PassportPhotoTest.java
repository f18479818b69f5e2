package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class PassportPhotoTest extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String QUESTION = "/apply/questions/passport";
    private static final String PHOTO = "/apply/passport/passport";

    @Autowired
    private SealedFiles files;

    @Test
    void the_lines_are_read_from_a_photo_shown_and_filled_in_and_nothing_is_saved_before() {
        var visitor = someone();
        var before = kept();
        assertThat(visitor.get(QUESTION).body()).contains("href=\"" + PHOTO + "\"");
        assertThat(visitor.get(PHOTO).text()).contains("The photo is not kept");

        var read = send(visitor, SomePassportPage.of(SomePassportPage.LINES, 2));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text()).contains("This is what we read", "ERIKSSON", "ANNA MARIA", "L898902C3");
        assertThat(visitor.get(QUESTION).body()).doesNotContain("ERIKSSON");
        var lines = read.find("name=\"passport.mrz\" value=\"([^\"]+)\"")
                .replace("&lt;", "<")
                .replace("&#10;", "\n");
        var filled = visitor.post(QUESTION, Map.of("passport.mrz", lines, "fill", "yes"));
        assertThat(filled.text()).contains("We filled the fields below from the lines");
        assertThat(filled.body()).contains("value=\"ERIKSSON\"", "value=\"L898902C3\"");
        assertThat(visitor.get(QUESTION).body()).doesNotContain("ERIKSSON");
        assertThat(kept()).as("nothing of the photo is kept").isEqualTo(before);
    }

    @Test
    void a_zone_that_does_not_add_up_is_for_the_person_to_type() {
        var wrong = SomePassportPage.LINES.get(1).replace("L898902C36", "L898902C37");

        var answer = send(someone(), SomePassportPage.of(List.of(SomePassportPage.LINES.getFirst(), wrong), 0));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("cannot read them for sure", "Type the lines instead")
                .doesNotContain("ERIKSSON");
    }

    @Test
    void a_photo_of_something_else_has_no_lines() {
        var answer = send(someone(), SomeFile.photo(900, 600));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("We found no lines");
    }

    @Test
    void what_is_no_picture_is_called_what_it_is() {
        assertThat(send(someone(), SomeFile.webPage()).text()).contains("That file is a web page");
        assertThat(send(someone(), new byte[0]).text()).contains("That file is empty");
        assertThat(send(someone(), Arrays.copyOf(SomeFile.photo(900, 600), 300)).text())
                .contains("damaged");
        assertThat(send(someone(), SomeFile.pngClaiming(19_999, 19_999)).text())
                .contains("more pixels than we can draw");
    }

    @Test
    void a_page_without_a_passport_question_takes_no_photo() {
        var visitor = someone();

        assertThat(visitor.get("/apply/passport/name").status()).isEqualTo(404);
        assertThat(visitor.get("/apply/passport/nothing").status()).isEqualTo(404);
        assertThat(Visitor.at(port).get(PHOTO).path()).startsWith("/sign-in");
    }

    private Set<UUID> kept() {
        return IntStream.range(0, SealedFiles.DRAWERS)
                .mapToObj(files::in)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private Visitor someone() {
        var visitor = Visitor.asPerson(port, "passport-photo" + NEXT.incrementAndGet() + "@example.org");
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());
        visitor.get(PHOTO);
        return visitor;
    }

    private static Visitor.Answer send(Visitor visitor, byte[] file) {
        return visitor.upload(PHOTO, Map.of(), "file", new Visitor.Upload("photo.jpg", "image/jpeg", file));
    }
}
