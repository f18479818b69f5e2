package org.kith.server.identity.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.server.S3Server;

/// What holds wherever files lie.
class FileStoreTest {
    @TempDir
    private static Path folder;

    private static S3Server s3;
    private static BucketStore bucket;
    private static FolderStore disk;

    enum Place {
        FOLDER,
        BUCKET;

        FileStore store() {
            return this == FOLDER ? disk : bucket;
        }
    }

    @BeforeAll
    static void open() throws Exception {
        s3 = S3Server.orSkip(folder.resolve("s3"));
        bucket = new BucketStore(
                new Bucket(s3.endpoint(), S3Server.BUCKET, "us-east-1", S3Server.KEY_ID, S3Server.SECRET));
        disk = new FolderStore(folder.resolve("disk"));
    }

    @AfterAll
    static void close() throws Exception {
        if (s3 == null) return;
        bucket.close();
        s3.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_put_is_got_again_byte_by_byte(Place place) {
        var name = UUID.randomUUID();
        var bytes = bytes(3_000_000);

        place.store().put(name, bytes);

        assertThat(place.store().get(name)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_file_is_a_file(Place place) {
        var name = UUID.randomUUID();

        place.store().put(name, new byte[0]);

        assertThat(place.store().get(name)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void all_files_are_listed_and_a_removed_one_is_not(Place place) {
        var kept = UUID.randomUUID();
        var removed = UUID.randomUUID();
        place.store().put(kept, bytes(10));
        place.store().put(removed, bytes(10));

        place.store().remove(removed);
        place.store().remove(removed);

        assertThat(place.store().in(kept.toString().substring(0, 2))).contains(kept);
        assertThat(place.store().in(removed.toString().substring(0, 2))).doesNotContain(removed);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_not_there_is_no_empty_file(Place place) {
        assertThatThrownBy(() -> place.store().get(UUID.randomUUID())).isInstanceOf(FilesAway.class);
    }

    @Test
    void more_than_a_page_of_objects_is_listed_whole() throws IOException {
        for (var i = 0; i < 1100; i++) {
            var name = "ab" + UUID.randomUUID().toString().substring(2);
            Files.write(s3.objects().resolve(name), new byte[] {1});
        }

        assertThat(bucket.in("ab")).hasSizeGreaterThanOrEqualTo(1100);
        assertThat(bucket.in("ac")).hasSizeLessThan(100);
    }

    @Test
    void with_a_wrong_secret_nothing_is_kept() {
        try (var stranger =
                new BucketStore(new Bucket(s3.endpoint(), S3Server.BUCKET, "us-east-1", S3Server.KEY_ID, "wrong"))) {
            assertThatThrownBy(() -> stranger.put(UUID.randomUUID(), bytes(10))).isInstanceOf(FilesAway.class);
        }
    }

    @Test
    void a_bucket_beyond_this_machine_is_spoken_to_over_tls() {
        assertThatThrownBy(() -> new Bucket(URI.create("http://files.example"), "kith", "us-east-1", "id", "secret"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("https://");
        assertThat(new Bucket(URI.create("https://files.example"), "kith", "us-east-1", "id", "sesame"))
                .asString()
                .doesNotContain("sesame");
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
