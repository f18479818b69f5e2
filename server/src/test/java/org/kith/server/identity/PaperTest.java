package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplication;
import org.kith.server.application.Application;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.LookPurpose;
import org.kith.server.audit.OfficerRole;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class PaperTest extends ServerTest {
    private static final String KIND = "birth-record";

    @Autowired
    private SomeApplication some;

    @Autowired
    private Papers papers;

    @Autowired
    private Documents documents;

    @Autowired
    private SealedFiles files;

    @Autowired
    private SweepFiles sweep;

    @Autowired
    private Vault vault;

    @Value("${kith.home}")
    private Path home;

    @Test
    void a_paper_sent_can_be_seen_again_page_by_page() {
        var layla = some.draft();

        var document = added(layla, SomeFile.pdf(2));

        assertThat(document.pages()).hasSize(2);
        assertThat(papers.own(layla, document.id(), 2)).isPresent();
        assertThat(papers.own(layla, document.id(), 3)).isEmpty();
        assertThat(deeds(layla)).contains("DOCUMENT_ADDED");
    }

    @Test
    void nobody_sees_the_paper_of_somebody_else() {
        var document = added(some.draft(), SomeFile.photo(400, 300));

        assertThat(papers.own(some.draft(), document.id(), 1)).isEmpty();
    }

    @Test
    void on_disk_a_paper_is_not_a_picture() throws IOException {
        var document = added(some.draft(), SomeFile.photo(400, 300));

        var file = file(document.pages().getFirst().file());

        assertThat(FileKind.of(Files.readAllBytes(file))).isEqualTo(FileKind.OTHER);
    }

    @Test
    void a_file_put_in_the_place_of_another_does_not_open() throws IOException {
        var layla = some.draft();
        var one = added(layla, SomeFile.photo(400, 300));
        var other = added(layla, SomeFile.photo(500, 300));
        Files.copy(
                file(other.pages().getFirst().file()),
                file(one.pages().getFirst().file()),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> papers.own(layla, one.id(), 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void once_a_person_is_erased_their_papers_are_noise() {
        var layla = some.draft();
        var document = added(layla, SomeFile.photo(400, 300));

        vault.erase(layla.person());

        assertThat(papers.own(layla, document.id(), 1)).isEmpty();
    }

    @Test
    void the_same_file_sent_twice_is_kept_once() {
        var layla = some.draft();
        var photo = SomeFile.photo(400, 300);

        var first = added(layla, photo);
        var second = added(layla, photo);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(documents.of(layla.id())).hasSize(1);
    }

    @Test
    void five_of_a_kind_are_enough() {
        var layla = some.draft();
        for (var i = 0; i < 5; i++) added(layla, SomeFile.photo(400 + i, 300));

        assertThat(add(layla, KIND, SomeFile.photo(500, 300))).isEqualTo(new AddResult.Enough());
        assertThat(documents.of(layla.id())).hasSize(5);
    }

    @Test
    void what_the_programme_does_not_ask_for_is_not_taken() {
        assertThat(add(some.draft(), "baptism-record", SomeFile.photo(400, 300)))
                .isEqualTo(new AddResult.NotAsked());
        assertThat(add(some.draft(), "language-talk", SomeFile.photo(400, 300)))
                .as("given at a centre")
                .isEqualTo(new AddResult.NotAsked());
    }

    @Test
    void a_web_page_named_jpg_leaves_nothing_behind() {
        var layla = some.draft();
        var before = allFiles();

        assertThat(add(layla, KIND, SomeFile.webPage()))
                .isEqualTo(new AddResult.NotTaken(new Intake.NotADocument(FileKind.WEB_PAGE)));

        assertThat(documents.of(layla.id())).isEmpty();
        assertThat(allFiles()).isEqualTo(before);
    }

    @Test
    void papers_come_before_the_identity_is_confirmed_and_not_after() {
        var seen = some.of(some.newPerson(), Stage.IDENTITY_CONFIRMED);

        assertThat(add(seen, KIND, SomeFile.photo(400, 300))).isEqualTo(new AddResult.Closed());
    }

    @Test
    void a_paper_taken_back_is_gone_from_the_disk_too() {
        var layla = some.draft();
        var document = added(layla, SomeFile.photo(400, 300));

        assertThat(papers.remove(layla.id(), document.id())).isTrue();

        assertThat(documents.of(layla.id())).isEmpty();
        assertThat(file(document.pages().getFirst().file())).doesNotExist();
        assertThat(deeds(layla)).contains("DOCUMENT_REMOVED");
    }

    @Test
    void what_was_sent_with_the_application_stays() {
        var layla = some.submitted();
        var document = added(layla, SomeFile.photo(400, 300));

        assertThat(papers.remove(layla.id(), document.id())).isFalse();
    }

    @Test
    void an_officers_look_is_written_down() {
        var layla = some.submitted();
        var document = added(layla, SomeFile.photo(400, 300));
        var officer = new Actor.Officer(UUID.randomUUID(), OfficerRole.REGISTRAR, UUID.randomUUID());

        assertThat(papers.look(layla.id(), document.id(), 1, officer, LookPurpose.VISIT))
                .isPresent();

        assertThat(deeds(layla)).contains("DOCUMENT_SEEN");
    }

    @Test
    void a_file_without_a_row_is_swept_in_the_second_round_and_one_with_a_row_stays() {
        var layla = some.draft();
        var kept = added(layla, SomeFile.photo(400, 300)).pages().getFirst().file();
        var orphan = files.add(layla.person(), new byte[] {1});

        for (var file : List.of(kept, orphan)) sweep.sweep(drawer(file));
        assertThat(allFiles()).contains(orphan);
        for (var file : List.of(kept, orphan)) sweep.sweep(drawer(file));

        assertThat(allFiles()).contains(kept).doesNotContain(orphan);
    }

    private static int drawer(UUID file) {
        return Integer.parseInt(file.toString().substring(0, 2), 16);
    }

    private Set<UUID> allFiles() {
        return IntStream.range(0, SealedFiles.DRAWERS)
                .mapToObj(files::in)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private Document added(Application application, byte[] file) {
        return ((AddResult.Added) add(application, KIND, file)).document();
    }

    private AddResult add(Application application, String kind, byte[] file) {
        return papers.add(application.id(), kind, new ByteArrayInputStream(file));
    }

    private Path file(UUID name) {
        return home.resolve("files").resolve(name.toString().substring(0, 2)).resolve(name.toString());
    }

    private List<String> deeds(Application application) {
        return jdbc.sql("select deed from journal where person = ?")
                .param(application.person().value())
                .query(String.class)
                .list();
    }
}
