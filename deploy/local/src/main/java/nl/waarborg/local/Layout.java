package nl.waarborg.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything of one installation lies: files below {@code .waarborg}, ports of the loopback interface.
 *
 * @param root the directory of the source tree
 * @param portOffset added to every port
 */
record Layout(Path root, int portOffset) {

    Layout {
        root = root.toAbsolutePath().normalize();
        if (portOffset < 0 || portOffset > 40_000) {
            throw new LocalPartException("A port offset lies between 0 and 40000, not " + portOffset);
        }
    }

    List<SuiteService> services() {
        return SuiteService.in(root);
    }

    Path home() {
        return root.resolve(".waarborg");
    }

    Path data() {
        return home().resolve("data");
    }

    Path log(String name) {
        return home().resolve("logs").resolve(name + ".log");
    }

    Path run(String name) {
        return home().resolve("run").resolve(name);
    }

    Secrets secrets() {
        return new Secrets(home().resolve("secrets"));
    }

    Path mails() {
        return home().resolve("mails");
    }

    Path demoTenants() {
        return home().resolve("demo-tenants.properties");
    }

    Path demoPlatform() {
        return home().resolve("demo-platform");
    }

    int postgresPort() {
        return 18080 + portOffset;
    }

    int kafkaPort() {
        return 18081 + portOffset;
    }

    int kafkaControllerPort() {
        return 18082 + portOffset;
    }

    int smtpPort() {
        return 18083 + portOffset;
    }

    int issuerPort() {
        return 18084 + portOffset;
    }

    int port(SuiteService service) {
        return service.port() + portOffset;
    }

    URI issuer() {
        return OidcIssuer.address(issuerPort());
    }

    URI address(SuiteService service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    /** Every port that must be free, with the part that needs it. */
    Map<Integer, String> ports() {
        var ports = new LinkedHashMap<Integer, String>();
        ports.put(postgresPort(), "PostgreSQL");
        ports.put(kafkaPort(), "Kafka");
        ports.put(kafkaControllerPort(), "Kafka's controller");
        ports.put(smtpPort(), "mail");
        ports.put(issuerPort(), "the OIDC issuer");
        services().forEach(service -> ports.put(port(service), service.module()));
        return ports;
    }

    /** The one table that people see: what answers where, and how to get in. */
    String table() {
        var rows = new LinkedHashMap<String, List<String>>();
        services()
                .forEach(service -> rows.put(
                        service.module(),
                        List.of(address(service) + "/q/swagger-ui", "./waarborg token <role> [tenant]")));
        if (services().contains(SuiteService.AVAILABILITY)) {
            rows.put("status page", List.of(address(SuiteService.AVAILABILITY) + "/status", "open to everyone"));
        }
        rows.put("OIDC issuer", List.of(issuer().toString(), "any role on its login page"));
        rows.put("PostgreSQL", List.of("127.0.0.1:" + postgresPort(), "user postgres, password in .waarborg/secrets"));
        rows.put("Kafka", List.of("127.0.0.1:" + kafkaPort(), "open on this machine"));
        rows.put("mail (SMTP)", List.of("127.0.0.1:" + smtpPort(), "read: .waarborg/mails/*.eml"));
        var table = new StringBuilder("%-28s %-42s %s%n".formatted("PART", "ADDRESS", "LOGIN"));
        rows.forEach((part, row) -> table.append("%-28s %-42s %s%n".formatted(part, row.getFirst(), row.getLast())));
        return table.toString();
    }
}
