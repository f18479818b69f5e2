package org.kith.server.demo.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.kith.server.notify.Mail;

/// Mail that would have gone out.
///
/// @param mails the newest first
/// @param sent  whether a mail server is set, and mail really leaves
public record OutboxPage(List<Shown> mails, boolean sent) {
    public OutboxPage {
        mails = List.copyOf(mails);
    }

    /// A mail with its link cut out, so that it can be clicked.
    ///
    /// @param link a path of ours; empty where the mail has none
    public record Shown(
            String to,
            String sender,
            String subject,
            Locale language,
            String time,
            String before,
            String link,
            String after) {
        static Shown of(Mail mail, String base) {
            var start = mail.body().indexOf(base + "/");
            var end = start < 0 ? -1 : mail.body().indexOf('\n', start);
            var body = mail.body();
            return new Shown(
                    mail.to(),
                    mail.sender(),
                    mail.subject(),
                    mail.language(),
                    DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT)
                            .format(mail.at().atOffset(ZoneOffset.UTC)),
                    start < 0 ? body : body.substring(0, start),
                    start < 0 ? "" : body.substring(start + base.length(), end < 0 ? body.length() : end),
                    end < 0 ? "" : body.substring(end));
        }

        public List<String> linesBefore() {
            return before.strip().lines().toList();
        }

        public List<String> linesAfter() {
            return after.strip().lines().toList();
        }
    }
}
