package nl.waarborg.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tenants that the demo concluded agreements for: {@code name=UUID}, and {@code name.provider=phocus} where the vendor
 * is not {@code afas}.
 */
record DemoTenantNames(Map<String, Tenant> tenants) {

    record Tenant(UUID id, String provider) {}

    /** None if the demo has not run. */
    static DemoTenantNames read(Path file) {
        var written = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                written.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var tenants = new TreeMap<String, Tenant>();
        written.stringPropertyNames().stream()
                .filter(name -> !name.endsWith(".provider"))
                .forEach(name -> tenants.put(
                        name,
                        new Tenant(
                                UUID.fromString(written.getProperty(name).strip()),
                                written.getProperty(name + ".provider", Identity.PROVIDERS.getFirst()))));
        return new DemoTenantNames(tenants);
    }

    /** By name, or by UUID; the provider only where the demo knows the tenant. */
    Tenant find(String nameOrId, @Nullable String provider) {
        var known = Optional.ofNullable(tenants.get(nameOrId)).or(() -> tenants.values().stream()
                .filter(tenant -> tenant.id().toString().equals(nameOrId))
                .findFirst());
        if (known.isPresent()) {
            return provider == null ? known.get() : new Tenant(known.get().id(), provider);
        }
        try {
            return new Tenant(UUID.fromString(nameOrId), provider == null ? Identity.PROVIDERS.getFirst() : provider);
        } catch (IllegalArgumentException e) {
            throw new LocalPartException(
                    tenants.isEmpty()
                            ? "%s is no UUID, and the demo's tenants have names only after ./waarborg demo"
                                    .formatted(nameOrId)
                            : "There is no tenant %s. Tenants: %s"
                                    .formatted(nameOrId, String.join(", ", tenants.keySet())),
                    e);
        }
    }
}
