package nl.waarborg.local;

import java.nio.file.Path;
import java.util.List;

/** {@code token <role> [tenant] [--provider P] [--person UUID] [--source URI]... [--type TYPE]... [--historic true|false]}. */
final class TokenOptions {

    private TokenOptions() {}

    static Identity identity(CommandLine options, Path demoTenants) {
        var role = Role.of(options.word(1)
                .orElseThrow(() -> new LocalPartException("Which role? ./waarborg token <role> [tenant]")));
        var provider = options.one("--provider").orElse(null);
        var tenant = options.word(2)
                .map(name -> DemoTenantNames.read(demoTenants).find(name, provider))
                .orElse(null);
        if (tenant == null && role.side() == Role.Side.CUSTOMER) {
            throw new LocalPartException(
                    "%s is a customer's role: ./waarborg token %1$s <tenant>".formatted(role.id()));
        }
        var tenantId = tenant == null ? null : tenant.id();
        var vendor = tenant != null ? tenant.provider() : provider != null ? provider : Identity.PROVIDERS.getFirst();
        if (role == Role.EVENT_PRODUCER) {
            return Identity.eventProducer(
                    vendor,
                    tenantId,
                    orElse(options.all("--source"), "https://tickets.waarborg.example"),
                    orElse(options.all("--type"), "nl.waarborg.*"),
                    options.one("--historic").map(Boolean::parseBoolean).orElse(true));
        }
        var identity = Identity.of(role, vendor, tenantId);
        return options.one("--person")
                .map(person -> CommandLine.uuid("--person", person))
                .map(identity::as)
                .orElse(identity);
    }

    private static List<String> orElse(List<String> given, String otherwise) {
        return given.isEmpty() ? List.of(otherwise) : given;
    }
}
