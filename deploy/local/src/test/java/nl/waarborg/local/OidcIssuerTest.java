package nl.waarborg.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OidcIssuerTest {

    private static final UUID TENANT = UUID.fromString("0197a000-0000-7000-8000-000000000001");

    @TempDir
    private Path directory;

    @Test
    void a_customers_token_verifies_against_the_published_keys_and_carries_its_tenant() throws Exception {
        try (var issuer = OidcIssuer.start(OidcIssuer.Settings.in(directory))) {
            var identity = Identity.of(Role.INCIDENT_SUBMITTER, "afas", TENANT);
            var claims = verified(issuer.issuer(), issuer.token(identity));
            assertEquals(List.of("incident-submitter"), claims.getStringListClaim("groups"));
            assertEquals("afas", claims.getStringClaim("provider"));
            assertEquals(TENANT.toString(), claims.getStringClaim("tenant"));
            assertEquals(identity.person().toString(), claims.getStringClaim("person"));
            assertNull(claims.getClaim("sources"));
            assertEquals(List.of("pwd", "otp", "mfa"), claims.getStringListClaim("amr"));
            var once = verified(issuer.issuer(), issuer.token(identity.withPasswordOnly()));
            assertEquals(List.of("pwd"), once.getStringListClaim("amr"));
        }
    }

    @Test
    void an_event_producers_token_says_what_it_may_post() throws Exception {
        try (var issuer = OidcIssuer.start(OidcIssuer.Settings.in(directory))) {
            var producer = Identity.eventProducer(
                    "phocus", null, List.of("https://tickets.example"), List.of("nl.waarborg.incident.*"), true);
            var claims = verified(issuer.issuer(), issuer.token(producer));
            assertEquals(List.of("event-producer"), claims.getStringListClaim("groups"));
            assertEquals(List.of("https://tickets.example"), claims.getStringListClaim("sources"));
            assertEquals(List.of("nl.waarborg.incident.*"), claims.getStringListClaim("event_types"));
            assertEquals(true, claims.getBooleanClaim("historic"));
            assertNull(claims.getClaim("tenant"));
            assertNull(claims.getClaim("amr"));
        }
    }

    @Test
    void tokens_stay_good_over_a_restart_and_are_strange_to_another_installation() throws Exception {
        String token;
        int port;
        try (var issuer = OidcIssuer.start(OidcIssuer.Settings.in(directory))) {
            token = issuer.token(Identity.of(Role.OPERATOR, "afas", null));
            port = issuer.issuer().getPort();
        }
        try (var again =
                OidcIssuer.start(new OidcIssuer.Settings(port, new Secrets(directory.resolve("secrets")), null))) {
            verified(again.issuer(), token);
        }
        try (var other =
                OidcIssuer.start(new OidcIssuer.Settings(port, new Secrets(directory.resolve("other")), null))) {
            assertThrows(com.nimbusds.jose.proc.BadJWSException.class, () -> verified(other.issuer(), token));
        }
    }

    @Test
    void the_person_is_the_same_at_every_login_and_another_one_in_another_role() {
        var submitter = Identity.of(Role.INCIDENT_SUBMITTER, "afas", TENANT);
        assertEquals(submitter, Identity.of(Role.INCIDENT_SUBMITTER, "afas", TENANT));
        assertNotEquals(
                submitter.person(),
                Identity.of(Role.INCIDENT_VIEWER, "afas", TENANT).person());
    }

    @Test
    void an_unknown_role_is_refused() throws Exception {
        try (var issuer = OidcIssuer.start(OidcIssuer.Settings.in(directory));
                var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(issuer.issuer() + "/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "grant_type=client_credentials&client_id=a&client_secret=b&role=emperor"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(400, answer.statusCode(), answer.body());
        }
    }

    @Test
    void a_person_logs_in_by_code_flow() throws Exception {
        try (var issuer = OidcIssuer.start(OidcIssuer.Settings.in(directory));
                var client = HttpClient.newHttpClient()) {
            var login = client.send(
                    HttpRequest.newBuilder(URI.create(issuer.issuer()
                                    + "/authorize?client_id=console&response_type=code&scope=openid&state=x"
                                    + "&redirect_uri=http://127.0.0.1/callback"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("username=anna&claims="
                                    + URLEncoder.encode("{\"groups\":[\"support-agent\"]}", StandardCharsets.UTF_8)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(302, login.statusCode(), login.body());
            var code = login.headers().firstValue("Location").orElseThrow().replaceAll(".*[?&]code=([^&]+).*", "$1");
            var tokens = client.send(
                    HttpRequest.newBuilder(URI.create(issuer.issuer() + "/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "grant_type=authorization_code&client_id=console&client_secret=x&code=" + code
                                            + "&redirect_uri=http://127.0.0.1/callback"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, tokens.statusCode(), tokens.body());
            var claims = verified(
                    issuer.issuer(), tokens.body().replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
            assertEquals("anna", claims.getSubject());
            assertEquals(List.of("support-agent"), claims.getStringListClaim("groups"));
        }
    }

    /** What a resource server does: discovery, published keys, signature, issuer, expiry. */
    private static JWTClaimsSet verified(URI address, String token) throws Exception {
        var metadata = OIDCProviderMetadata.resolve(new Issuer(address));
        JWKSource<SecurityContext> keys =
                JWKSourceBuilder.create(metadata.getJWKSetURI().toURL()).build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(address.toString()).build(), Set.of("sub", "exp", "aud")));
        return processor.process(token, null);
    }
}
