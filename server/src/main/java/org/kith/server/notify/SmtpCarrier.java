package org.kith.server.notify;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import org.kith.server.site.BaseUrl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Hands mail to the operator's mail server. Beyond this machine it goes encrypted or not at all.
@Component
@ConditionalOnExpression("!'${kith.mail.host:}'.isBlank()")
class SmtpCarrier implements Carrier {
    private static final int IMPLICIT_TLS = 465;

    private final JavaMailSenderImpl sender;
    private final String from;
    private final String domain;

    SmtpCarrier(
            @Value("${kith.mail.host}") String host,
            @Value("${kith.mail.port:587}") int port,
            @Value("${kith.mail.user:}") String user,
            @Value("${kith.mail.password-file:}") String passwordFile,
            @Value("${kith.mail.from:}") String from,
            BaseUrl base)
            throws IOException {
        this.domain = base.host();
        this.from = from.isEmpty() ? "no-reply@" + domain : from;
        this.sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!user.isEmpty()) sender.setUsername(user);
        if (!passwordFile.isEmpty())
            sender.setPassword(Files.readString(Path.of(passwordFile)).strip());
        sender.setJavaMailProperties(properties(host, port, !user.isEmpty()));
    }

    private static Properties properties(String host, int port, boolean signsIn) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", String.valueOf(signsIn));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(port == IMPLICIT_TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        var here = isThisMachine(host);
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(!here && port != IMPLICIT_TLS));
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            properties.setProperty("mail.smtp." + wait, "15000");
        return properties;
    }

    /// By its name alone: the server must start while no name can be resolved.
    private static boolean isThisMachine(String host) {
        return Set.of("localhost", "127.0.0.1", "::1").contains(host);
    }

    @Override
    public void carry(Mail mail) {
        sender.send(message -> {
            try {
                var helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
                helper.setFrom(from, mail.sender());
                helper.setTo(mail.to());
                helper.setSubject(mail.subject());
                helper.setText(mail.body());
                helper.setSentDate(Date.from(mail.at()));
                message.setHeader("Message-ID", "<" + mail.id() + "@" + domain + ">");
                message.setHeader("Content-Language", mail.language().toLanguageTag());
                // No out-of-office answers (RFC 3834).
                message.setHeader("Auto-Submitted", "auto-generated");
            } catch (MessagingException | IOException e) {
                throw new MailPreparationException(e);
            }
        });
    }
}
