package nl.waarborg.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MailServerTest {

    @TempDir
    private Path directory;

    @Test
    void a_mail_is_kept_over_a_restart() throws Exception {
        try (var server = MailServer.start(MailServer.Settings.in(directory))) {
            send(server, "Melding ontvangen – één");
            send(server, "Melding afgehandeld");
        }
        try (var server = MailServer.start(MailServer.Settings.in(directory))) {
            var mails = server.mails();
            assertEquals(2, mails.size());
            assertEquals("Melding ontvangen – één", mails.getFirst().getSubject());
            assertEquals(
                    "Beste klant, vóór 17:00 uur.",
                    mails.getFirst().getContent().toString().strip());
            assertEquals(
                    "klant@example.nl",
                    mails.getLast().getRecipients(Message.RecipientType.TO)[0].toString());
        }
    }

    private static void send(MailServer server, String subject) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("waarborg@example.nl"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("klant@example.nl"));
        mail.setSubject(subject, "UTF-8");
        mail.setText("Beste klant, vóór 17:00 uur.", "UTF-8");
        Transport.send(mail);
    }
}
