package nl.waarborg.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect issuer on the loopback interface, with discovery, login page, code flow and client credentials.
 *
 * <p>It gives any identity to anyone who can reach it, which is why nothing but this machine can. Its signing key is made
 * at first start and kept, so that tokens stay good over a restart.
 */
public final class OidcIssuer implements AutoCloseable {

    /** How long a token is good. */
    static final Duration LIFETIME = Duration.ofHours(12);

    private static final String ISSUER = "waarborg";
    private static final String AUDIENCE = "waarborg";
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final MockOAuth2Server server;
    private final URI issuer;

    private OidcIssuer(MockOAuth2Server server, URI issuer) {
        this.server = server;
        this.issuer = issuer;
    }

    /**
     * @param port 0 for any free one
     * @param loginPage the HTML file that people log in on, read at every login; null for a bare form
     */
    public record Settings(int port, Secrets secrets, @Nullable Path loginPage) {

        public static Settings in(Path directory) {
            return new Settings(0, new Secrets(directory.resolve("secrets")), null);
        }
    }

    public static OidcIssuer start(Settings settings) {
        var keys = new KeyProvider(List.of(signingKey(settings.secrets())), JWSAlgorithm.RS256.getName());
        // The first issuer that is asked for takes the kept key.
        keys.signingKey(ISSUER);
        var loginPage = settings.loginPage();
        var server = new MockOAuth2Server(new OAuth2Config(
                true,
                loginPage == null ? null : loginPage.toString(),
                null,
                false,
                new OAuth2TokenProvider(keys),
                Set.of(new ClaimsOfIdentity())));
        var port = Ports.orFree(settings.port());
        server.start(InetAddress.getLoopbackAddress(), port);
        return new OidcIssuer(server, address(port));
    }

    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port + "/" + ISSUER);
    }

    private static JWK signingKey(Secrets secrets) {
        try {
            return JWK.parse(secrets.text("oidc-signing-key.json", () -> {
                try {
                    return new RSAKeyGenerator(2048).generate().toJSONString();
                } catch (JOSEException e) {
                    throw new IllegalStateException(e);
                }
            }));
        } catch (ParseException e) {
            throw new LocalPartException(
                    "The issuer's kept signing key cannot be read; delete oidc-signing-key.json", e);
        }
    }

    /** The issuer's address, under which its discovery document lies. */
    public URI issuer() {
        return issuer;
    }

    /** A bearer token for the identity, good for 12 hours. */
    public String token(Identity identity) {
        return token(issuer, identity);
    }

    /** A bearer token from a running issuer, asked for as any client does. */
    public static String token(URI issuer, Identity identity) {
        var form = new ArrayList<String>();
        add(form, "grant_type", "client_credentials");
        add(form, "client_id", identity.subject());
        add(form, "client_secret", "local");
        identity.roles().forEach(role -> add(form, "role", role.id()));
        add(form, "provider", identity.provider());
        if (identity.tenant() != null) {
            add(form, "tenant", identity.tenant().toString());
        }
        add(form, "person", identity.person().toString());
        identity.sources().forEach(source -> add(form, "source", source));
        identity.eventTypes().forEach(type -> add(form, "event_type", type));
        add(form, "historic", Boolean.toString(identity.historic()));
        add(form, "second_factor", Boolean.toString(identity.secondFactor()));
        var request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)))
                .build();
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            var token = ACCESS_TOKEN.matcher(answer.body());
            if (answer.statusCode() != 200 || !token.find()) {
                throw new LocalPartException("The issuer gave no token: " + answer.body());
            }
            return token.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException("No issuer answers at " + issuer, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalPartException("Interrupted while asking for a token", e);
        }
    }

    private static void add(List<String> form, String name, String value) {
        form.add(name + "=" + URLEncoder.encode(value, UTF_8));
    }

    @Override
    public void close() {
        server.shutdown();
    }

    /** Reads the identity from the token request's parameters; people who log in bring their claims from the login page. */
    private static final class ClaimsOfIdentity extends DefaultOAuth2TokenCallback {

        ClaimsOfIdentity() {
            super(ISSUER, "anonymous", "JWT", List.of(AUDIENCE), Map.of(), LIFETIME.toSeconds());
        }

        @Override
        public String subject(TokenRequest request) {
            return isIdentified(request) ? identity(request).subject() : "anonymous";
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return isIdentified(request) ? identity(request).claims() : Map.of();
        }

        private static boolean isIdentified(TokenRequest request) {
            return !all(request, "role").isEmpty();
        }

        private static Identity identity(TokenRequest request) {
            try {
                var tenant = one(request, "tenant");
                var roles = all(request, "role").stream().map(Role::of).toList();
                var provider = java.util.Objects.requireNonNullElse(one(request, "provider"), "");
                var tenantId = tenant == null ? null : UUID.fromString(tenant);
                var person = one(request, "person");
                return new Identity(
                        roles,
                        provider,
                        tenantId,
                        person == null
                                ? Identity.of(roles.getFirst(), provider, tenantId)
                                        .person()
                                : UUID.fromString(person),
                        all(request, "source"),
                        all(request, "event_type"),
                        Boolean.parseBoolean(one(request, "historic")),
                        !"false".equals(one(request, "second_factor")));
            } catch (LocalPartException | IllegalArgumentException e) {
                throw new OAuth2Exception(OAuth2Error.INVALID_REQUEST.setDescription(e.getMessage()), e.getMessage());
            }
        }

        private static @Nullable String one(TokenRequest request, String parameter) {
            var values = all(request, parameter);
            return values.isEmpty() ? null : values.getFirst();
        }

        private static List<String> all(TokenRequest request, String parameter) {
            var values = request.getCustomParameter(parameter);
            return values == null ? List.of() : values;
        }
    }
}
