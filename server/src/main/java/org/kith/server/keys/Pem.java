package org.kith.server.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/// Certificates, and requests for them, as they are carried from one machine to another (RFC 7468).
final class Pem {
    private Pem() {}

    static String write(List<?> objects) {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            for (var object : objects) pem.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static List<PKCS10CertificationRequest> readRequests(String pem) {
        return read(pem).stream()
                .map(object -> {
                    if (object instanceof PKCS10CertificationRequest request) return request;
                    throw new KeyRefusal("The file holds something else than requests for certificates.");
                })
                .toList();
    }

    static List<X509Certificate> readCertificates(String pem) {
        var found = new ArrayList<X509Certificate>();
        try {
            for (var object : read(pem)) {
                if (!(object instanceof X509CertificateHolder holder))
                    throw new KeyRefusal("The file holds something else than certificates.");
                found.add(new JcaX509CertificateConverter().getCertificate(holder));
            }
        } catch (CertificateException e) {
            throw new KeyRefusal("A certificate in the file cannot be read.", e);
        }
        return List.copyOf(found);
    }

    private static List<Object> read(String pem) {
        var found = new ArrayList<Object>();
        try (var parser = new PEMParser(new StringReader(pem))) {
            for (var object = parser.readObject(); object != null; object = parser.readObject()) found.add(object);
        } catch (IOException | RuntimeException e) {
            throw new KeyRefusal("The file cannot be read as PEM.", e);
        }
        return found;
    }
}
