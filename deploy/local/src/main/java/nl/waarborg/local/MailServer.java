package nl.waarborg.local;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** An SMTP server on the loopback interface that takes every mail and keeps it as a file; nothing leaves the machine. */
public final class MailServer implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final GreenMail server;
    private final Path mails;
    private final int port;
    private final AtomicLong received = new AtomicLong();

    private MailServer(Settings settings, int port) {
        this.mails = settings.mails();
        this.port = port;
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /**
     * @param mails the directory that every mail is written to, one {@code .eml} file per recipient, named by UTC time
     * @param port 0 for any free one
     */
    public record Settings(Path mails, int port) {

        public static Settings in(Path directory) {
            return new Settings(directory.resolve("mails"), 0);
        }
    }

    public static MailServer start(Settings settings) {
        try {
            Files.createDirectories(settings.mails());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var mailServer = new MailServer(settings, Ports.orFree(settings.port()));
        mailServer.start();
        return mailServer;
    }

    private void start() {
        server.start();
        GreenMailUser keeper = server.setUser("keeper@localhost", "keeper");
        server.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
            keep(message.getMessage(), recipient.getEmail());
            return keeper;
        });
    }

    private synchronized void keep(MimeMessage message, String recipient) throws MessagingException {
        try {
            // The file is the mail; the server's own copies in memory would grow for ever.
            server.purgeEmailFromAllMailboxes();
            var name = "%s-%06d-%s.eml"
                    .formatted(
                            TIME.format(Instant.now()),
                            received.incrementAndGet(),
                            recipient.replaceAll("[^\\w.@+-]", "_"));
            var beside = Files.createTempFile(mails, "incoming", ".tmp");
            try (var file = Files.newOutputStream(beside)) {
                message.writeTo(file);
            }
            Files.move(beside, mails.resolve(name));
        } catch (IOException | FolderException e) {
            throw new MessagingException("The mail could not be kept", e);
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    /** Every mail in the directory, earlier runs' included, oldest first. */
    public List<MimeMessage> mails() {
        try (Stream<Path> files = Files.list(mails)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(MailServer::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMessage read(Path file) {
        try (var content = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new LocalPartException(file + " is no mail", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
