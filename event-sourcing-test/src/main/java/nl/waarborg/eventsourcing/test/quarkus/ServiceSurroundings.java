package nl.waarborg.eventsourcing.test.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.waarborg.eventsourcing.test.TestDirectories;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import nl.waarborg.local.Identity;
import nl.waarborg.local.MailServer;
import nl.waarborg.local.OidcIssuer;
import nl.waarborg.local.Secrets;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Real surroundings of a service in a {@code @QuarkusTest}: an empty database (init argument {@code database}), a broker, an issuer of
 * tokens and a mail server, under the environment variables that the service reads.
 */
public final class ServiceSurroundings implements QuarkusTestResourceLifecycleManager {

    /** The directory in which each received mail is a file. */
    public static final String MAILS = "waarborg.test.mails";

    private static final String ISSUER = "WAARBORG_OIDC_ISSUER";

    private String database = "service_test";
    private @Nullable OidcIssuer issuer;
    private @Nullable MailServer mail;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        var directory = TestDirectories.fresh("service-");
        var postgres = TestInfrastructure.emptyDatabase(database);
        var tokens = OidcIssuer.start(OidcIssuer.Settings.in(directory));
        issuer = tokens;
        var mails = MailServer.Settings.in(directory);
        var smtp = MailServer.start(mails);
        mail = smtp;
        var environment = new HashMap<String, String>();
        environment.put("quarkus.http.test-port", "0");
        environment.put("WAARBORG_DB_URL", postgres.jdbcUrl());
        environment.put("WAARBORG_DB_WRITER_USER", postgres.writerUser());
        environment.put("WAARBORG_DB_WRITER_PASSWORD", postgres.writerPassword());
        environment.put("WAARBORG_DB_READER_USER", postgres.readerUser());
        environment.put("WAARBORG_DB_READER_PASSWORD", postgres.readerPassword());
        environment.put("WAARBORG_KAFKA", TestInfrastructure.kafka());
        environment.put(ISSUER, tokens.issuer().toString());
        environment.put("WAARBORG_SMTP_HOST", "127.0.0.1");
        environment.put("WAARBORG_SMTP_PORT", Integer.toString(smtp.port()));
        environment.put(
                "waarborg.key-encryption-key-file",
                new Secrets(directory.resolve("secrets"))
                        .keyFile("key-encryption-key")
                        .toString());
        environment.put(MAILS, mails.mails().toString());
        return environment;
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.close();
        }
        if (mail != null) {
            mail.close();
        }
    }

    /** A bearer token that the service under test accepts. */
    public static String token(Identity identity) {
        return OidcIssuer.token(URI.create(ConfigProvider.getConfig().getValue(ISSUER, String.class)), identity);
    }

    /** The broker of the service under test. */
    public static String kafka() {
        return ConfigProvider.getConfig().getValue("WAARBORG_KAFKA", String.class);
    }

    /** Makes topics that other services would make, so that a test may publish in their place. */
    public static void makeTopics(String... names) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            var present = admin.listTopics().names().get();
            var missing = Arrays.stream(names)
                    .filter(name -> !present.contains(name))
                    .map(name -> new NewTopic(name, 12, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("topics could not be made", e);
        }
    }
}
