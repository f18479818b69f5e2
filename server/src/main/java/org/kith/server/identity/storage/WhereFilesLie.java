package org.kith.server.identity.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses the place: the bucket that is named, else a folder of ours.
@Configuration(proxyBeanMethods = false)
class WhereFilesLie {
    @Bean
    FileStore files(
            @Value("${kith.home}") Path home,
            @Value("${kith.files.bucket}") String bucket,
            @Value("${kith.files.endpoint}") String endpoint,
            @Value("${kith.files.region}") String region,
            @Value("${kith.files.key-id}") String keyId,
            @Value("${kith.files.secret-file}") String secretFile)
            throws IOException {
        if (bucket.isEmpty()) return new FolderStore(home.resolve("files"));

        var secret = secretFile.isEmpty()
                ? ""
                : Files.readString(Path.of(secretFile)).strip();
        return new BucketStore(new Bucket(URI.create(endpoint), bucket, region, keyId, secret));
    }
}
