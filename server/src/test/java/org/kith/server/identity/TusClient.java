package org.kith.server.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.kith.server.Visitor;

/// Sends files in pieces by tus 1.0.0, with the cookies and the form token of someone's browser.
public final class TusClient {
    public static final String KIND = "/apply/documents/birth-record";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Visitor visitor;
    private final int port;

    public TusClient(Visitor visitor, int port) {
        this.visitor = visitor;
        this.port = port;
        visitor.get(KIND);
    }

    /// Begins a file and gives its address.
    public String begin(byte[] file) {
        var answer = begin(file.length, "sha256 " + Base64.getEncoder().encodeToString(sha256(file)));
        if (answer.statusCode() != 201) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    public HttpResponse<String> begin(long length, String metadata) {
        return send(request(KIND + "/uploads")
                .header("Upload-Length", String.valueOf(length))
                .header("Upload-Metadata", metadata)
                .POST(BodyPublishers.noBody()));
    }

    public HttpResponse<String> head(String address) {
        return send(request(address).method("HEAD", BodyPublishers.noBody()));
    }

    public int offset(String address) {
        return Integer.parseInt(
                head(address).headers().firstValue("Upload-Offset").orElseThrow());
    }

    public HttpResponse<String> patch(String address, byte[] file, int from, int to) {
        return patch(address, from, Arrays.copyOfRange(file, from, to));
    }

    public HttpResponse<String> patch(String address, int offset, byte[] bytes) {
        return send(request(address)
                .header("Upload-Offset", String.valueOf(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
    }

    /// The whole file from where it is.
    public HttpResponse<String> finish(String address, byte[] file) {
        return patch(address, file, offset(address), file.length);
    }

    public HttpResponse<String> delete(String address) {
        return send(request(address).DELETE());
    }

    public HttpRequest.Builder request(String address) {
        return bare(address).header("Tus-Resumable", "1.0.0").header("X-CSRF-TOKEN", visitor.token());
    }

    /// With the cookies only.
    public HttpRequest.Builder bare(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Cookie", cookies())
                .header("Accept-Language", "en");
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Promises all the rest, sends up to `to`, and is gone.
    public void sendAndVanish(String address, byte[] file, int from, int to) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write(("PATCH " + address + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + cookies()
                            + "\r\nX-CSRF-TOKEN: " + visitor.token() + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: "
                            + from + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: "
                            + (file.length - from) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(file, from, to - from);
            out.flush();
        }
    }

    public static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String cookies() {
        return visitor.cookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
