package nl.waarborg.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Collectors;

/** The issuer's login page: one choice per role, vendor and tenant of the demo. */
final class LoginPage {

    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Layout layout;
    private FileTime tenantsAt = NEVER;

    LoginPage(Layout layout) {
        this.layout = layout;
    }

    Path file() {
        return layout.run("login.html");
    }

    void write() {
        try (var template = LoginPage.class.getResourceAsStream("login.html")) {
            if (template == null) {
                throw new LocalPartException("login.html is not on the classpath; build with: mvn package");
            }
            var page = new String(template.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("<!-- identities -->", options());
            Files.createDirectories(file().getParent());
            Files.writeString(file(), page);
            tenantsAt = lastChange();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeIfTenantsChanged() {
        if (!lastChange().equals(tenantsAt)) {
            write();
        }
    }

    private FileTime lastChange() {
        try {
            return Files.exists(layout.demoTenants()) ? Files.getLastModifiedTime(layout.demoTenants()) : NEVER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String options() {
        var staff = Identity.PROVIDERS.stream().flatMap(provider -> Role.of(Role.Side.VENDOR).stream()
                .map(role -> option(provider + ": " + role.id(), Identity.of(role, provider, null))));
        var customers = DemoTenantNames.read(layout.demoTenants()).tenants().entrySet().stream()
                .flatMap(tenant -> Role.of(Role.Side.CUSTOMER).stream()
                        .map(role -> option(
                                tenant.getKey() + ": " + role.id(),
                                Identity.of(
                                        role,
                                        tenant.getValue().provider(),
                                        tenant.getValue().id()))));
        return java.util.stream.Stream.concat(staff, customers).collect(Collectors.joining("\n"));
    }

    private static String option(String label, Identity identity) {
        // Labels and claims consist of names, UUIDs and role ids; only the quotes of JSON need care.
        var claims = identity.claims().entrySet().stream()
                .map(claim -> claim.getValue() instanceof Iterable<?> values
                        ? "\"%s\":[%s]".formatted(claim.getKey(), quoted(values))
                        : "\"%s\":\"%s\"".formatted(claim.getKey(), claim.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        return "<option value=\"%s\" data-claims=\"%s\">%s</option>"
                .formatted(escaped(identity.subject()), escaped(claims), escaped(label));
    }

    private static String quoted(Iterable<?> values) {
        return java.util.stream.StreamSupport.stream(values.spliterator(), false)
                .map(value -> "\"" + value + "\"")
                .collect(Collectors.joining(","));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
