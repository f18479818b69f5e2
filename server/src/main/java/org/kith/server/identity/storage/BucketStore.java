package org.kith.server.identity.storage;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Files as objects of a bucket. An object is there whole or not at all, and once acknowledged it is kept.
final class BucketStore implements FileStore, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final S3Client client;
    private final String bucket;

    BucketStore(Bucket bucket) {
        this.bucket = bucket.name();
        this.client = S3Client.builder()
                .endpointOverride(bucket.endpoint())
                .region(Region.of(bucket.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(bucket.keyId(), bucket.secret())))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(PATIENCE)
                        .build())
                // Other makers' servers know neither the bucket in the host's name nor the newer checksums.
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(settings -> settings.apiCallTimeout(PATIENCE))
                .build();
    }

    @Override
    public void put(UUID name, byte[] sealed) {
        answered(() -> client.putObject(
                object -> object.bucket(bucket).key(name.toString()).contentType("application/octet-stream"),
                RequestBody.fromBytes(sealed)));
    }

    @Override
    public byte[] get(UUID name) {
        return answered(
                () -> client.getObjectAsBytes(object -> object.bucket(bucket).key(name.toString()))
                        .asByteArrayUnsafe());
    }

    @Override
    public void remove(UUID name) {
        answered(() -> client.deleteObject(object -> object.bucket(bucket).key(name.toString())));
    }

    @Override
    public Set<UUID> in(String drawer) {
        return answered(
                () -> client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(drawer)).contents().stream()
                        .map(S3Object::key)
                        .map(UUID::fromString)
                        .collect(Collectors.toCollection(HashSet::new)));
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> T answered(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw new FilesAway(e);
        }
    }
}
