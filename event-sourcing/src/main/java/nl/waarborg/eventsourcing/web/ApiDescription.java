package nl.waarborg.eventsourcing.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What every operation has in common: its roles in words, its headers, and how its problems look. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String EVERYONE = "everyone with a token";

    private static final Set<HttpMethod> COMMANDS =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request or its body cannot be read",
            "401", "No valid bearer token",
            "403", "The token does not allow this",
            "404", "There is nothing here that the token may see",
            "429", "Too many requests; see Retry-After");

    private static final Map<String, String> COMMAND_PROBLEMS = Map.of(
            "409", "A rule refuses this (see rule and code), or others changed it at the same time",
            "412", "It was changed since it was read (If-Match)",
            "413", "The body is larger than is taken",
            "415", "The body's media type is not taken",
            "422", "Some fields are not valid (see errors)");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("Problem", problem());
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        var examples = new ApiExamples(api.getComponents().getSchemas());
        for (var path : api.getPaths().getPathItems().entrySet()) {
            path.getValue().setHEAD(null); // answers as GET does
            if (path.getKey().startsWith("/api/")) {
                path.getValue().getOperations().forEach((method, operation) -> {
                    succeed(method, operation);
                    exemplify(operation, examples);
                    describe(method, operation);
                });
            }
        }
    }

    /** A command that says nothing of its answer has none but its version. */
    private static void succeed(HttpMethod method, Operation operation) {
        var responses = operation.getResponses();
        if (!COMMANDS.contains(method) || responses == null || responses.getAPIResponses() == null) {
            return;
        }
        var silent = responses.getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2")
                        && isSilent(response.getValue().getContent()))
                .map(Map.Entry::getKey)
                .toList();
        if (silent.isEmpty()) {
            return;
        }
        silent.forEach(responses::removeAPIResponse);
        responses.addAPIResponse(
                "204",
                OASFactory.createAPIResponse()
                        .description("Done")
                        .addHeader(
                                "ETag",
                                OASFactory.createHeader()
                                        .description("The version after it, for If-Match")
                                        .schema(text())));
    }

    private static boolean isSilent(@Nullable Content content) {
        return content == null
                || content.getMediaTypes() == null
                || content.getMediaTypes().values().stream().allMatch(body -> isSilent(body.getSchema()));
    }

    private static boolean isSilent(@Nullable Schema schema) {
        return schema == null
                || (schema.getRef() == null
                        && (schema.getType() == null || schema.getType().isEmpty())
                        && schema.getOneOf() == null);
    }

    private static void exemplify(Operation operation, ApiExamples examples) {
        if (operation.getRequestBody() != null) {
            exemplify(operation.getRequestBody().getContent(), examples);
        }
        if (operation.getResponses() != null && operation.getResponses().getAPIResponses() != null) {
            operation
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(response -> exemplify(response.getContent(), examples));
        }
    }

    private static void exemplify(@Nullable Content content, ApiExamples examples) {
        if (content == null) {
            return;
        }
        for (var body : content.getMediaTypes().values()) {
            var has = body.getExample() != null
                    || (body.getExamples() != null && !body.getExamples().isEmpty());
            if (!has && body.getSchema() != null) {
                body.setExample(examples.of(body.getSchema()));
            }
        }
    }

    private static void describe(HttpMethod method, Operation operation) {
        var roles = roles(operation);
        var isSecured =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        if (isSecured) {
            var description = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
            var who = roles.isEmpty() || roles.equals(Set.of("**")) ? EVERYONE : String.join(", ", roles);
            operation.setDescription(description + "Roles: " + who + ".");
        }
        PROBLEMS.forEach((status, meaning) -> problem(operation, status, meaning));
        if (COMMANDS.contains(method)) {
            COMMAND_PROBLEMS.forEach((status, meaning) -> problem(operation, status, meaning));
            header(
                    operation,
                    "Idempotency-Key",
                    "Repeating the request with the same key does nothing and answers the same; kept 7 days");
            header(
                    operation,
                    "If-Match",
                    "The version (ETag) that the command is based on; 412 if it was changed since");
        }
    }

    private static Set<String> roles(Operation operation) {
        var roles = new LinkedHashSet<String>();
        for (var requirement : operation.getSecurity() == null
                ? List.<org.eclipse.microprofile.openapi.models.security.SecurityRequirement>of()
                : operation.getSecurity()) {
            requirement.getSchemes().values().forEach(roles::addAll);
        }
        return roles;
    }

    private static void problem(Operation operation, String status, String meaning) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(meaning)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/Problem")))));
    }

    private static void header(Operation operation, String name, String meaning) {
        var parameters =
                new ArrayList<>(operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters());
        if (parameters.stream().noneMatch(parameter -> name.equals(parameter.getName()))) {
            parameters.add(OASFactory.createParameter()
                    .name(name)
                    .in(Parameter.In.HEADER)
                    .description(meaning)
                    .schema(text()));
            operation.setParameters(parameters);
        }
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("A problem document by RFC 9457")
                .addProperty(
                        "type",
                        text().description(
                                        "Stable name of the kind of problem, such as urn:waarborg:problem:refused-by-rule"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text().description("What went wrong this time"))
                .addProperty("rule", text().description("The contract rule that refused, such as INC-031"))
                .addProperty("code", text().description("Stable name of the refusal within its rule"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.OBJECT)
                                        .addProperty("pointer", text().description("RFC 6901 pointer into the body"))
                                        .addProperty("message", text())))
                .addProperty(
                        "incident", text().description("Number of an error on our side, for those who ask about it"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
