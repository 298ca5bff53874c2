package nl.waarborg.systemtests;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A mail that the SMTP server took: subject and text. */
record Mail(String subject, String text) {

    static Mail read(Path file) {
        try (var content = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), content);
            return new Mail(message.getSubject(), text(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(file + " is no mail", e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            var text = new StringBuilder();
            for (var i = 0; i < parts.getCount(); i++) {
                text.append(text(parts.getBodyPart(i))).append('\n');
            }
            return text.toString();
        }
        return String.valueOf(part.getContent());
    }

    boolean contains(String words) {
        return subject.contains(words) || text.contains(words);
    }
}
