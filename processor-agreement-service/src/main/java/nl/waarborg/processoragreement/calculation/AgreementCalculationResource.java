package nl.waarborg.processoragreement.calculation;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.waarborg.eventsourcing.web.AfterTheEnd;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.processoragreement.agreement.domain.ExitOption;
import nl.waarborg.terms.Preset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calculations about agreements, for whoever has a token of any role: they tell of no tenant. */
@Path("/api/v1/calculations")
@AfterTheEnd
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(
        name = "calculations",
        description = "Rules of the agreement as pure functions: nothing is stored, anyone can check us")
class AgreementCalculationResource {

    private static final String DEVIATIONS = "Term keys with their values in written form, or ABSENT";

    @POST
    @Path("/exit-price")
    @Operation(
            summary = "What an exit option costs a month",
            description =
                    """
                    A share of the highest licence amount of the months that count, in cents, and at least a minimum; MINIMAL is no share, STOP costs \
                    nothing. monthlyAmounts are euros excluding VAT, by month, the oldest first; only the last 36 count, or as many as \
                    exit.highestMonthOf says. preset (AFAS_SLA unless said otherwise) and deviations choose other terms. Rules XSV-015 to XSV-018, OP-78.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = OBJECT,
                                            requiredProperties = {"option", "monthlyAmounts"},
                                            properties = {
                                                @SchemaProperty(name = "option", implementation = ExitOption.class),
                                                @SchemaProperty(
                                                        name = "monthlyAmounts",
                                                        type = ARRAY,
                                                        description = "Numbers or texts such as 1850.00"),
                                                @SchemaProperty(name = "preset", implementation = Preset.class),
                                                @SchemaProperty(
                                                        name = "deviations",
                                                        type = OBJECT,
                                                        description = DEVIATIONS)
                                            }),
                            examples = @ExampleObject(name = "example", value = Examples.EXIT_PRICE)))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExitPriceQuestion.Answer.class),
                            examples = @ExampleObject(name = "example", value = Examples.EXIT_PRICE_ANSWER)))
    @APIResponse(
            responseCode = "422",
            description = "Everything that is wrong with the fields",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "invalid fields", value = Examples.INVALID_FIELDS)))
    public ExitPriceQuestion.Answer exitPrice(JsonNode body) {
        return ExitPriceQuestion.read(body).answer();
    }

    @POST
    @Path("/cancellation")
    @Operation(
            summary = "Whether a licence is cancelled in time, and when it ends",
            description =
                    """
                    receivedAt is an instant or a day. invoicePeriodStart is the first day of the invoice period that must not begin any more; \
                    statedDate, if given, the last day that the customer asks for. The minimum term is that of the initial period, else twelve months \
                    invoiced in full from concludedOn on. Rules XSV-012, XSV-013, OP-76, OP-77.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = OBJECT,
                                            requiredProperties = {"receivedAt", "invoicePeriodStart", "concludedOn"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "receivedAt",
                                                        type = STRING,
                                                        format = "date-time"),
                                                @SchemaProperty(
                                                        name = "invoicePeriodStart",
                                                        type = STRING,
                                                        format = "date"),
                                                @SchemaProperty(name = "concludedOn", type = STRING, format = "date"),
                                                @SchemaProperty(
                                                        name = "initialPeriodEnd",
                                                        type = STRING,
                                                        format = "date"),
                                                @SchemaProperty(name = "statedDate", type = STRING, format = "date"),
                                                @SchemaProperty(name = "preset", implementation = Preset.class),
                                                @SchemaProperty(
                                                        name = "deviations",
                                                        type = OBJECT,
                                                        description = DEVIATIONS)
                                            }),
                            examples = @ExampleObject(name = "example", value = Examples.CANCELLATION)))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CancellationQuestion.Answer.class),
                            examples = @ExampleObject(name = "example", value = Examples.CANCELLATION_ANSWER)))
    @APIResponse(
            responseCode = "422",
            description = "Everything that is wrong with the fields",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "invalid fields", value = Examples.INVALID_FIELDS)))
    public CancellationQuestion.Answer cancellation(JsonNode body) {
        return CancellationQuestion.read(body).answer();
    }

    @POST
    @Path("/first-class")
    @Operation(
            summary = "When First Class begins and ends",
            description =
                    """
                    At least one of registeredOn and cancelledAt; each is a day or an instant. Rules XSV-023, XSV-024, OP-81.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = OBJECT,
                                            properties = {
                                                @SchemaProperty(name = "registeredOn", type = STRING, format = "date"),
                                                @SchemaProperty(
                                                        name = "cancelledAt",
                                                        type = STRING,
                                                        format = "date-time"),
                                                @SchemaProperty(name = "preset", implementation = Preset.class),
                                                @SchemaProperty(
                                                        name = "deviations",
                                                        type = OBJECT,
                                                        description = DEVIATIONS)
                                            }),
                            examples = @ExampleObject(name = "example", value = Examples.FIRST_CLASS)))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FirstClassQuestion.Answer.class),
                            examples = @ExampleObject(name = "example", value = Examples.FIRST_CLASS_ANSWER)))
    @APIResponse(
            responseCode = "422",
            description = "Everything that is wrong with the fields",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "invalid fields", value = Examples.INVALID_FIELDS)))
    public FirstClassQuestion.Answer firstClass(JsonNode body) {
        return FirstClassQuestion.read(body).answer();
    }

    @POST
    @Path("/terms")
    @Operation(
            summary = "Which terms hold, with clause and origin",
            description =
                    """
                    For a preset with deviations (specific provisions) and a separate agreement, which goes before them key by key. With a key only that \
                    term, else all. ABSENT takes a term away. Rules PRA-002, PRA-005, OP-57.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = OBJECT,
                                            requiredProperties = {"preset"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "separateAgreement",
                                                        type = OBJECT,
                                                        description = "Term keys with their values"),
                                                @SchemaProperty(name = "key", type = STRING),
                                                @SchemaProperty(name = "preset", implementation = Preset.class),
                                                @SchemaProperty(
                                                        name = "deviations",
                                                        type = OBJECT,
                                                        description = DEVIATIONS)
                                            }),
                            examples = @ExampleObject(name = "example", value = Examples.TERMS)))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TermsQuestion.Answer.class),
                            examples = @ExampleObject(name = "example", value = Examples.TERMS_ANSWER)))
    @APIResponse(
            responseCode = "422",
            description = "Everything that is wrong with the fields",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "invalid fields", value = Examples.INVALID_FIELDS)))
    public TermsQuestion.Answer terms(JsonNode body) {
        return TermsQuestion.read(body).answer();
    }
}
