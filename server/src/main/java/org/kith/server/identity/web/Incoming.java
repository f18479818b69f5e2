package org.kith.server.identity.web;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// Where a file lies while it is being sent: a folder of ours that only we can read, emptied at every start, so that a
/// killed process leaves nothing of anyone's papers behind. Nothing stays in it beyond the request. An operator may put
/// it into memory.
@Configuration(proxyBeanMethods = false)
class Incoming {
    private static final int SMALL = 64 * 1024;

    @Bean
    MultipartConfigElement incomingFiles(
            @Value("${kith.home}") Path home,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize file,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize request)
            throws IOException {
        var folder = home.resolve("incoming").toAbsolutePath();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var left = Files.list(folder)) {
            for (var each : left.toList()) Files.delete(each);
        }
        return new MultipartConfigElement(folder.toString(), file.toBytes(), request.toBytes(), SMALL);
    }
}
