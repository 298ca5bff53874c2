package nl.waarborg.processoragreement;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Who comes in, and how: the running service with a certificate of its own, and nothing in plain text. */
@QuarkusTest
@TestProfile(AccessSecurityIT.OverTls.class)
class AccessSecurityIT {

    private static final String MEASURES = "/api/v1/security-measures";

    @TestHTTPResource(tls = true)
    URI service;

    /** A service that is reached with TLS only. */
    public static class OverTls implements QuarkusTestProfile {

        static final String PASSWORD = "of-this-test";
        static final String KEY_STORE = "quarkus.http.ssl.certificate.key-store-file";

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.insecure-requests",
                    "disabled",
                    "quarkus.http.test-ssl-port",
                    "0",
                    KEY_STORE,
                    keys().toString(),
                    "quarkus.http.ssl.certificate.key-store-password",
                    PASSWORD);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(ServiceSurroundings.class, Map.of("database", "processor_agreement_tls")));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        private static Path keys() {
            try {
                var store = Files.createTempDirectory("tls-").resolve("keys.p12");
                var keytool = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "service",
                                "-keyalg",
                                "RSA",
                                "-keysize",
                                "2048",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                store.toString())
                        .inheritIO()
                        .start();
                assertEquals(0, keytool.waitFor());
                return store;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    @Rule("XSV-046")
    void people_need_a_second_factor_and_systems_a_key() {
        var officer = Identity.of(Role.SECURITY_OFFICER, "phocus", null);
        for (var person : List.of(officer, Identity.of(Role.PRIVACY_CONTACT, "phocus", UUID.randomUUID()))) {
            as(person).get(MEASURES).then().statusCode(200);
            as(person.withPasswordOnly())
                    .get(MEASURES)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("rule", equalTo("XSV-046"))
                    .body("code", equalTo("one-factor-only"));
        }
        as(officer.withPasswordOnly())
                .body(Map.of("category", "ACCESS_CONTROL", "description", "Nobody wrote this"))
                .post(MEASURES)
                .then()
                .statusCode(403)
                .body("rule", equalTo("XSV-046"));
        as(officer)
                .body(Map.of(
                        "category", "ACCESS_CONTROL", "description", "Single sign-on with two-step authentication"))
                .post(MEASURES)
                .then()
                .statusCode(201);
        as(Identity.of(Role.PRIVACY_CONTACT, "phocus", UUID.randomUUID()))
                .get(MEASURES)
                .then()
                .body("description", equalTo(List.of("Single sign-on with two-step authentication")))
                .body("letter", hasItem("d"));
        var system = Identity.eventProducer("phocus", null, List.of("urn:soc"), List.of(Published.TYPES + "*"), false);
        as(system)
                .contentType("application/cloudevents+json")
                .body(Map.of("specversion", "1.0", "id", "1", "source", "urn:soc", "type", Published.TYPES + "no.v1"))
                .post("/api/v1/events")
                .then()
                .statusCode(422);
        given().relaxedHTTPSValidation().get(service.resolve(MEASURES)).then().statusCode(401);
    }

    @Test
    @Rule("XSV-046")
    void connections_are_encrypted_with_tls_1_2_at_least() throws IOException, GeneralSecurityException {
        for (var version : List.of("TLSv1.3", "TLSv1.2")) {
            try (var socket = (SSLSocket) trusting().getSocketFactory().createSocket("localhost", service.getPort())) {
                socket.setEnabledProtocols(new String[] {version});
                socket.startHandshake();
                assertEquals(version, socket.getSession().getProtocol());
            }
        }
        // An alert (21), fatal (2): protocol version (70).
        for (var old : List.of(1, 2)) {
            var alert = answer(clientHello(old), 7);
            assertArrayEquals(new byte[] {21, 2, 70}, new byte[] {alert[0], alert[5], alert[6]});
        }
        var plain = answer("GET /api/v1/security-measures HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII), 4);
        assertEquals(-1, new String(plain, US_ASCII).indexOf("HTTP"));
    }

    private RequestSpecification as(Identity identity) {
        return given().relaxedHTTPSValidation()
                .baseUri(service.resolve("/").toString())
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(ServiceSurroundings.token(identity));
    }

    private static SSLContext trusting() throws IOException, GeneralSecurityException {
        var store = ConfigProvider.getConfig().getValue(OverTls.KEY_STORE, String.class);
        var keys = KeyStore.getInstance(Path.of(store).toFile(), OverTls.PASSWORD.toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("service", keys.getCertificate("service"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** The first bytes of what the service answers, as far as it answers. */
    private byte[] answer(byte[] asked, int most) throws IOException {
        try (var socket = new Socket("localhost", service.getPort())) {
            socket.setSoTimeout((int) Customers.PATIENCE.toMillis());
            socket.getOutputStream().write(asked);
            return socket.getInputStream().readNBytes(most);
        }
    }

    /** What a client says that knows TLS 1.{@code minor} at most (RFC 4346): the version, a random number, two suites, no compression. */
    private static byte[] clientHello(int minor) {
        var body = 2 + 32 + 1 + 2 + 4 + 2;
        return ByteBuffer.allocate(5 + 4 + body)
                .put(new byte[] {22, 3, 1})
                .putShort((short) (4 + body))
                .put(new byte[] {1, 0})
                .putShort((short) body)
                .put(new byte[] {3, (byte) minor})
                .put(new byte[32])
                .put((byte) 0)
                .putShort((short) 4)
                .put(new byte[] {0x00, 0x2f, 0x00, 0x35})
                .put(new byte[] {1, 0})
                .array();
    }
}
