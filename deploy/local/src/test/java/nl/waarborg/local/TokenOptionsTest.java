package nl.waarborg.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenOptionsTest {

    private static final UUID TENANT = UUID.fromString("0197a000-0000-7000-8000-000000000001");

    @TempDir
    private Path directory;

    @Test
    void a_tenant_of_the_demo_is_found_by_its_name_with_its_vendor() throws Exception {
        Files.writeString(directory.resolve("tenants"), "bakker=%s\nbakker.provider=phocus\n".formatted(TENANT));
        var identity = identity("token", "incident-submitter", "bakker");
        assertEquals(TENANT, identity.tenant());
        assertEquals("phocus", identity.provider());
        assertEquals(
                "phocus",
                identity("token", "incident-submitter", TENANT.toString()).provider());
        var unknown = assertThrows(LocalPartException.class, () -> identity("token", "incident-submitter", "slager"));
        assertTrue(unknown.getMessage().contains("bakker"), unknown.getMessage());
    }

    @Test
    void before_the_demo_a_tenant_is_a_uuid() {
        assertEquals(
                TENANT,
                identity("token", "incident-submitter", TENANT.toString()).tenant());
        assertThrows(LocalPartException.class, () -> identity("token", "incident-submitter", "bakker"));
    }

    @Test
    void a_customers_role_needs_a_tenant_and_a_vendors_role_none() {
        assertThrows(LocalPartException.class, () -> identity("token", "incident-submitter"));
        assertNull(identity("token", "operator", "--provider", "phocus").tenant());
    }

    @Test
    void an_unknown_role_vendor_or_person_is_refused() {
        assertThrows(LocalPartException.class, () -> identity("token", "emperor"));
        assertThrows(LocalPartException.class, () -> identity("token", "operator", "--provider", "AFAS"));
        assertThrows(LocalPartException.class, () -> identity("token", "operator", "--person", "anna"));
        assertThrows(LocalPartException.class, () -> identity("token", "operator", "--person"));
    }

    @Test
    void an_event_producer_posts_what_it_was_given() {
        var producer = identity(
                "token",
                "event-producer",
                "--source",
                "urn:a",
                "--source",
                "urn:b",
                "--type",
                "x.*",
                "--historic",
                "false");
        assertEquals(List.of("urn:a", "urn:b"), producer.claims().get("sources"));
        assertEquals(List.of("x.*"), producer.claims().get("event_types"));
        assertEquals(false, producer.claims().get("historic"));
        assertNull(producer.claims().get("person"));
    }

    private Identity identity(String... arguments) {
        return TokenOptions.identity(new CommandLine(List.of(arguments)), directory.resolve("tenants"));
    }
}
