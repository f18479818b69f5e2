package org.kith.pack.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileYamlTest {
    private final Faults faults = new Faults();

    @Test
    void a_billion_laughs_are_not_laughed() {
        var laughs = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (var i = 1; i < 40; i++) laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));

        assertThat(told(laughs.toString()))
                .isNotEmpty()
                .allMatch(each -> each.contains("anchors and aliases are not read"));
    }

    @Test
    void no_tag_makes_an_object() {
        assertThat(told("state: UTO\nrun: !!javax.script.ScriptEngineManager [x]\n"))
                .containsExactly("x.yaml:2: tags are not read; remove the `!`");
        assertThat(told("a: !!str b")).containsExactly("x.yaml:1: tags are not read; remove the `!`");
    }

    @Test
    void a_key_that_stands_twice_is_told_at_the_second() {
        assertThat(told("state: UTO\nversion: 1\nstate: ARC\n"))
                .containsExactly("x.yaml:3: `state` stands twice; keep one of them");
    }

    @Test
    void a_merge_key_is_a_key_like_any_other() {
        var block =
                YamlFile.read("x.yaml", "<<: {a: b}\n".getBytes(UTF_8), faults).orElseThrow();

        block.only("a");

        assertThat(block.has("a")).isFalse();
        assertThat(faults.sorted()).extracting(Fault::what).containsExactly("`<<` is not known here");
    }

    @Test
    void depth_without_end_is_refused() {
        assertThat(told("a: " + "[".repeat(100_000))).hasSize(1);
        assertThat(told("a: " + "{b: ".repeat(1_000))).hasSize(1);
    }

    @Test
    void what_is_not_text_or_not_a_mapping_is_refused() {
        assertThat(told("- a\n- b\n"))
                .containsExactly("x.yaml:1: the file is not a list of `key: value` lines; begin it with a key");
        assertThat(told("a: b\n---\nc: d\n"))
                .containsExactly("x.yaml:2: a second document in the file; remove the `---`");
        assertThat(told("a: b\n\tc: d\n")).hasSize(1).first().asString().startsWith("x.yaml:2: not YAML: ");
        assertThat(told("a: \u0000")).hasSize(1);
        assertThat(told("# nothing\n")).hasSize(1);
        assertThat(YamlFile.read("x.yaml", new byte[] {'a', ':', ' ', (byte) 0xff}, faults))
                .isEmpty();
        assertThat(faults.sorted()).extracting(Fault::what).contains("the file is not UTF-8");
    }

    @Test
    void a_file_too_large_to_be_a_pack_is_not_read(@TempDir Path dir) throws IOException {
        Files.writeString(dir.resolve("programme.yaml"), "a".repeat((1 << 20) + 1));

        var folder = PackFolder.read(dir, faults);

        assertThat(folder.files()).isEmpty();
        assertThat(faults.sorted())
                .extracting(Fault::toString)
                .containsExactly("programme.yaml:1: larger than 1 MB; split the file or shorten it");
    }

    @Test
    void a_link_out_of_the_folder_is_not_followed(@TempDir Path dir) throws IOException {
        var pack = Files.createDirectory(dir.resolve("pack"));
        var secret = Files.writeString(dir.resolve("secret.yaml"), "a: b");
        Files.createSymbolicLink(pack.resolve("programme.yaml"), secret);

        var folder = PackFolder.read(pack, faults);

        assertThat(folder.files()).isEmpty();
        assertThat(faults.sorted()).extracting(Fault::what).containsExactly("not a plain file");
    }

    @Test
    void the_folder_itself_may_be_a_link(@TempDir Path dir) throws IOException {
        var pack = Files.createDirectory(dir.resolve("pack"));
        Files.writeString(pack.resolve("programme.yaml"), "a: b");
        var link = Files.createSymbolicLink(dir.resolve("current"), pack);

        assertThat(PackFolder.read(link, faults).files()).containsOnlyKeys("programme.yaml");
        assertThat(faults.none()).isTrue();
    }

    @Test
    void a_folder_that_is_not_there_is_a_fault(@TempDir Path dir) {
        PackFolder.read(dir.resolve("nowhere"), faults);

        assertThat(faults.sorted()).extracting(Fault::what).containsExactly("the folder cannot be read");
    }

    @Test
    void the_digest_covers_names_and_contents_and_where_one_ends() {
        var digest = PackFolder.of(Map.of("a.yaml", bytes("x"), "b.yaml", bytes("y")))
                .digest();

        assertThat(PackFolder.of(Map.of("b.yaml", bytes("y"), "a.yaml", bytes("x")))
                        .digest())
                .isEqualTo(digest);
        assertThat(List.of(
                        PackFolder.of(Map.of("a.yaml", bytes("y"), "b.yaml", bytes("x")))
                                .digest(),
                        PackFolder.of(Map.of("a.yam", bytes("lx"), "b.yaml", bytes("y")))
                                .digest(),
                        PackFolder.of(Map.of("a.yaml", bytes("x"))).digest()))
                .doesNotContain(digest)
                .doesNotHaveDuplicates();
        assertThat(digest).matches("[0-9a-f]{64}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static List<String> told(String yaml) {
        var faults = new Faults();
        YamlFile.read("x.yaml", yaml.getBytes(UTF_8), faults);
        return faults.sorted().stream().map(Fault::toString).toList();
    }
}
