package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.kith.server.identity.quality.SomePage;

class PaperPagesTest extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String KIND = "/apply/documents/birth-record";

    @Test
    void a_paper_is_sent_seen_and_taken_back() {
        var visitor = someone();

        assertThat(visitor.get("/apply/documents").text()).contains("Your birth record", "None sent", "At a centre");
        assertThat(visitor.get(KIND).text())
                .contains("Why we ask", "Seen by the registrar", "180 days", "keep only its picture");
        var sent = send(visitor, "scan.jpg", SomeFile.photo(800, 600));
        assertThat(sent.path()).isEqualTo(KIND);
        assertThat(sent.text()).contains("What we keep", "Choose another photo");
        var picture = visitor.get(sent.find("src=\"(" + KIND + "/[^\"]+)\""));
        assertThat(picture.headers().get("content-type")).containsExactly("image/jpeg");
        assertThat(picture.headers().get("cache-control")).containsExactly("no-store");
        assertThat(visitor.get("/apply").text()).contains("One added");

        var removed = visitor.post(sent.find("action=\"(" + KIND + "/[^\"]+/remove)\""), Map.of());

        assertThat(removed.text()).doesNotContain("What we keep");
    }

    @Test
    void a_blurred_picture_is_kept_and_said_to_be_blurred_beside_it() {
        var visitor = someone().reading("ru");
        visitor.get(KIND);
        var blurred = SomeFile.encoded(SomePage.blurred(SomePage.onATable().drawn(), 5), "jpg");

        var sent = send(visitor, "scan.jpg", blurred);

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.text())
                .contains("Снимок кажется размытым", "Вы можете оставить его или снять заново")
                .doesNotContain("слишком тёмным");
        assertThat(sent.body()).contains("aria-describedby=\"" + sent.find("id=\"(hints-[^\"]+)\"") + "\"");
    }

    @Test
    void a_good_picture_is_kept_without_a_word() {
        var visitor = someone();
        visitor.get(KIND);

        var sent =
                send(visitor, "scan.jpg", SomeFile.encoded(SomePage.onATable().drawn(), "jpg"));

        assertThat(sent.text()).contains("What we keep").doesNotContain("may be hard to read");
    }

    @Test
    void the_picture_of_a_paper_is_nobody_elses() {
        var visitor = someone();
        visitor.get(KIND);
        var address = send(visitor, "scan.jpg", SomeFile.photo(810, 600)).find("src=\"(" + KIND + "/[^\"]+)\"");

        assertThat(someone().get(address).status()).isEqualTo(404);
        assertThat(Visitor.at(port).get(address).path()).startsWith("/sign-in");
    }

    @Test
    void a_web_page_named_jpg_is_called_what_it_is_beside_the_field() {
        var visitor = someone();
        visitor.get(KIND);

        var answer = send(visitor, "passport.jpg", SomeFile.webPage());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("We could not take that file", "That file is a web page, not a photo");
        assertThat(answer.body()).contains("<title>Error: ");
    }

    @Test
    void each_reason_is_said_in_the_persons_language() {
        var visitor = someone().reading("ru");
        visitor.get(KIND);

        assertThat(send(visitor, "scan.pdf", SomeFile.lockedPdf()).text()).contains("Этот PDF закрыт паролем");
        assertThat(send(visitor, "IMG_1.HEIC", SomeFile.heic()).text()).containsAnyOf("в формате HEIC", "повреждён");
        assertThat(send(visitor, "scan.pdf", SomeFile.pdf(21)).text()).contains("больше 20 страниц");
    }

    @Test
    void no_file_chosen_is_said() {
        var visitor = someone();
        visitor.get(KIND);

        assertThat(send(visitor, "", new byte[0]).text()).contains("That file is empty");
        assertThat(visitor.post(KIND, Map.of()).text()).contains("That file is empty");
    }

    @Test
    void twenty_six_megabytes_in_a_form_of_less_are_refused_too() {
        var visitor = someone();
        visitor.get(KIND);
        var file = new byte[25 * 1024 * 1024 + 10];
        System.arraycopy(SomeFile.photo(400, 300), 0, file, 0, 1000);

        var answer = send(visitor, "large.jpg", file);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("That file is too large");
        assertThat(visitor.get(KIND).text()).doesNotContain("What we keep");
    }

    @Test
    void a_file_without_the_forms_token_is_not_taken() {
        var visitor = someone();
        visitor.get(KIND);

        var answer = visitor.upload(
                KIND,
                Map.of("_csrf", "stolen"),
                "file",
                new Visitor.Upload("scan.jpg", "image/jpeg", SomeFile.photo(400, 300)));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(visitor.get(KIND).text()).doesNotContain("What we keep");
    }

    @Test
    void a_name_of_a_file_leads_nowhere() {
        var visitor = someone();
        visitor.get(KIND);

        var answer = send(visitor, "../../../../etc/passwd\0.jpg", SomeFile.photo(820, 600));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("We could not read that request").doesNotContain("passwd");
        assertThat(send(visitor, "../../../../etc/passwd", SomeFile.photo(820, 600))
                        .text())
                .contains("What we keep")
                .doesNotContain("passwd");
    }

    @Test
    void a_paper_nobody_asks_for_has_no_page() {
        assertThat(someone().get("/apply/documents/baptism-record").status()).isEqualTo(404);
        assertThat(someone().get("/apply/documents/language-talk").status()).isEqualTo(404);
    }

    private Visitor someone() {
        var visitor = Visitor.asPerson(port, "paper" + NEXT.incrementAndGet() + "@example.org");
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());
        return visitor;
    }

    private static Visitor.Answer send(Visitor visitor, String name, byte[] file) {
        return visitor.upload(KIND, Map.of(), "file", new Visitor.Upload(name, "image/jpeg", file));
    }
}
