package nl.waarborg.eventsourcing.test.quarkus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a running service says of itself at {@code /q/openapi}, compared with what it does. It walks over every operation, so that a new one
 * without a description, without roles, or without a decision about foreign tenants is found.
 */
public final class PublishedApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ROLES = Pattern.compile("Roles: ([^.]+)\\.\\s*$");
    private static final Set<String> EVERY_TOKEN = Set.of("everyone with a token");
    private static final String API = "/api/";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final URI service;
    private final JsonNode document;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Identity, String> tokens = new HashMap<>(); // signing one takes longer than an operation

    private PublishedApi(URI service, JsonNode document) {
        this.service = service;
        this.document = document;
    }

    /** Of the service at this address. */
    public static PublishedApi of(URI service) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(service.resolve("/q/openapi?format=json"))
                    .build();
            return new PublishedApi(
                    service,
                    JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param roles that its description names */
    public record Operation(String method, String path, Set<String> roles, JsonNode description) {

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + ' ' + path;
        }

        private List<JsonNode> parameters(String in) {
            return StreamSupport.stream(description.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("in").asText().equals(in))
                    .toList();
        }

        private boolean answersEvents() {
            return description.toString().contains("text/event-stream");
        }
    }

    /** Those of the API; each needs a token. */
    public List<Operation> operations() {
        return all().filter(operation -> operation.path().startsWith(API)).toList();
    }

    /** Everything else that it publishes, such as pages for a browser. */
    public List<Operation> pages() {
        return all().filter(operation -> !operation.path().startsWith(API)).toList();
    }

    private Stream<Operation> all() {
        var operations = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> operations.add(new Operation(
                        operation.getKey(), path.getKey(), roles(operation.getValue()), operation.getValue()))));
        return operations.stream();
    }

    private static Set<String> roles(JsonNode operation) {
        var named = ROLES.matcher(operation.path("description").asText());
        return named.find()
                ? Arrays.stream(named.group(1).split(",")).map(String::strip).collect(Collectors.toSet())
                : Set.of();
    }

    /** What the document leaves out, one line per fault. */
    public List<String> omissions() {
        var faults = new ArrayList<String>();
        for (var operation : operations()) {
            var of = operation.description();
            require(faults, operation, "summary", !of.path("summary").asText().isBlank());
            require(
                    faults,
                    operation,
                    "roles in its description",
                    !operation.roles().isEmpty());
            var body = of.path("requestBody").path("content");
            body.forEach(content -> require(faults, operation, "request example", hasExample(content)));
            var takesBody = !of.path("requestBody").isMissingNode();
            require(faults, operation, "form of the request", !takesBody || !body.isEmpty());
            var success = of.path("responses").properties().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .toList();
            require(faults, operation, "success answer", !success.isEmpty());
            success.stream()
                    .filter(response -> !response.getKey().equals("204"))
                    .forEach(response -> {
                        var content = response.getValue().path("content");
                        require(faults, operation, "form of its answer " + response.getKey(), !content.isEmpty());
                        content.forEach(each -> require(
                                faults,
                                operation,
                                "schema and example of its answer " + response.getKey(),
                                !each.path("schema").isMissingNode() && hasExample(each)));
                    });
            for (var status : List.of("400", "401", "403", "429")) {
                var problem = of.path("responses").path(status).path("content").path("application/problem+json");
                require(faults, operation, "answer " + status, !problem.isMissingNode());
            }
        }
        return faults;
    }

    private static void require(List<String> faults, Operation operation, String what, boolean there) {
        if (!there) {
            faults.add(operation + " has no " + what);
        }
    }

    private static boolean hasExample(JsonNode content) {
        return content.has("example") || content.has("examples");
    }

    /** Operations that answer without a token, or to a role that they do not name. */
    public List<String> openDoors() {
        var faults = new ArrayList<String>();
        var customer = UUID.randomUUID();
        for (var operation : operations()) {
            var address = address(operation, name -> UUID.randomUUID().toString());
            var anonymous = send(operation, address, null).statusCode();
            if (anonymous != 401) {
                faults.add(operation + " answers " + anonymous + " without a token");
            }
            if (operation.roles().equals(EVERY_TOKEN)) {
                continue;
            }
            for (var role : Role.values()) {
                if (operation.roles().contains(role.id())) {
                    continue;
                }
                var tenant = role.side() == Role.Side.VENDOR ? null : customer;
                var status = send(operation, address, Identity.of(role, "afas", tenant))
                        .statusCode();
                if (status != 403) {
                    faults.add(operation + " answers " + status + " to the role " + role.id());
                }
            }
        }
        return faults;
    }

    /**
     * Reads that answer otherwise for what belongs to a foreign tenant than for what does not exist.
     *
     * @param foreign the foreign tenant's identifiers, by the first segment of the path and the parameter, such as {@code incidents/id}
     * @param shared what belongs to nobody, by the same names
     * @param strangers who asks, for a role that an operation names
     */
    public List<String> leaks(
            Map<String, String> foreign, Map<String, String> shared, Function<Role, Identity> strangers) {
        var faults = new ArrayList<String>();
        for (var operation : operations()) {
            if (!operation.method().equals("get") || operation.answersEvents()) {
                continue;
            }
            var undecided = undecided(operation, foreign, shared);
            if (!undecided.isEmpty()) {
                faults.add(operation + ": say whose these are: " + undecided);
                continue;
            }
            for (var role : Role.values()) {
                if (operation.roles().contains(role.id()) || operation.roles().equals(EVERY_TOKEN)) {
                    compare(operation, foreign, shared, strangers.apply(role)).ifPresent(faults::add);
                }
            }
        }
        return faults;
    }

    private static Set<String> undecided(Operation operation, Map<String, String> foreign, Map<String, String> shared) {
        var undecided = new TreeSet<String>();
        operation.parameters("path").forEach(parameter -> undecided.add(name(operation, parameter)));
        operation.parameters("query").stream()
                .filter(parameter -> parameter.toString().contains("\"uuid\""))
                .forEach(parameter -> undecided.add(name(operation, parameter)));
        undecided.removeAll(foreign.keySet());
        undecided.removeAll(shared.keySet());
        return undecided;
    }

    private Optional<String> compare(
            Operation operation, Map<String, String> foreign, Map<String, String> shared, Identity stranger) {
        var missing = foreign.values().stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> UUID.randomUUID().toString()));
        var foreigners = address(operation, name -> value(name, foreign, shared));
        var nobodys = address(operation, name -> {
            var value = value(name, foreign, shared);
            return value == null ? null : missing.getOrDefault(value, value);
        });
        if (foreigners.equals(nobodys)) {
            return Optional.empty();
        }
        var real = send(operation, foreigners, stranger);
        var none = send(operation, nobodys, stranger);
        var expected = none.body();
        for (var pair : missing.entrySet()) {
            expected = expected.replace(pair.getValue(), pair.getKey());
        }
        if (real.statusCode() != none.statusCode() || !real.body().equals(expected)) {
            return Optional.of(operation + " tells " + stranger.roles() + " apart: " + real.statusCode() + ' '
                    + real.body() + " for another tenant's, " + none.statusCode() + ' ' + expected + " for none");
        }
        return Optional.empty();
    }

    private static @Nullable String value(String name, Map<String, String> foreign, Map<String, String> shared) {
        var value = foreign.get(name);
        return value == null ? shared.get(name) : value;
    }

    private static String name(Operation operation, JsonNode parameter) {
        return operation.path().split("/", -1)[3] + '/' + parameter.path("name").asText();
    }

    private static String address(Operation operation, Function<String, @Nullable String> values) {
        var address = operation.path();
        for (var parameter : operation.parameters("path")) {
            var value = values.apply(name(operation, parameter));
            address = address.replace("{" + parameter.path("name").asText() + "}", String.valueOf(value));
        }
        var query = new ArrayList<String>();
        for (var parameter : operation.parameters("query")) {
            var value = values.apply(name(operation, parameter));
            if (value != null && parameter.toString().contains("\"uuid\"")) {
                query.add(parameter.path("name").asText() + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return query.isEmpty() ? address : address + '?' + String.join("&", query);
    }

    private HttpResponse<String> send(Operation operation, String address, @Nullable Identity identity) {
        var method = operation.method().toUpperCase(Locale.ROOT);
        var takesBody = !operation.description().path("requestBody").isMissingNode();
        var request = HttpRequest.newBuilder(service.resolve(address))
                .method(method, takesBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                .header("Content-Type", "application/json");
        if (operation.answersEvents()) {
            request.header("Accept", "text/event-stream, application/problem+json");
        }
        if (identity != null) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(identity, ServiceSurroundings::token));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
