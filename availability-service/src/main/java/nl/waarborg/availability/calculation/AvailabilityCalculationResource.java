package nl.waarborg.availability.calculation;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.NUMBER;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Availability and burn rate, for whoever has a token of any role: they tell of no tenant. */
@AfterTheEnd
@Path("/api/v1/calculations")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "calculations", description = "Pure functions: nothing is stored, anyone can check us")
@APIResponse(
        responseCode = "422",
        description = "Everything that is wrong with the fields",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class AvailabilityCalculationResource {

    @Schema(
            name = "CalculatedOutage",
            type = OBJECT,
            requiredProperties = {"component", "from"},
            properties = {
                @SchemaProperty(name = "component", type = STRING),
                @SchemaProperty(name = "from", type = STRING, format = "date-time"),
                @SchemaProperty(name = "to", type = STRING, format = "date-time", description = "none while it lasts"),
                @SchemaProperty(
                        name = "calamity",
                        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN)
            })
    private interface OutageForm {}

    @Schema(
            name = "CalculatedExclusion",
            type = OBJECT,
            requiredProperties = {"from", "to"},
            properties = {
                @SchemaProperty(name = "from", type = STRING, format = "date-time"),
                @SchemaProperty(name = "to", type = STRING, format = "date-time"),
                @SchemaProperty(name = "reason", type = STRING),
                @SchemaProperty(name = "component", type = STRING, description = "none: all components")
            })
    private interface ExclusionForm {}

    @Schema(
            name = "CalculatedUnmeasured",
            type = OBJECT,
            requiredProperties = {"component", "from", "to"},
            properties = {
                @SchemaProperty(name = "component", type = STRING),
                @SchemaProperty(name = "from", type = STRING, format = "date-time"),
                @SchemaProperty(name = "to", type = STRING, format = "date-time")
            })
    private interface UnmeasuredForm {}

    @Schema(
            name = "BurnWindow",
            type = OBJECT,
            requiredProperties = {"seconds", "downSeconds"},
            properties = {
                @SchemaProperty(name = "seconds", type = INTEGER, format = "int64"),
                @SchemaProperty(name = "downSeconds", type = INTEGER, format = "int64")
            })
    private interface WindowForm {}

    @POST
    @Path("/availability")
    @Operation(
            summary = "Availability of components over a month or any period",
            description =
                    """
                    (T − E − D) / (T − E) per component in whole seconds (OP-24), and the mean of the components (OP-23). Overlapping outages count \
                    once. Excluded is what exclusions and outages have in common; unmeasured time leaves the denominator, a known outage beats \
                    that. An outage without an end lasts to the end of the period; what lies outside the period does not count. A month is local \
                    in the zone (Europe/Amsterdam unless given), March has 743 hours. Role: any.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = OBJECT,
                                            requiredProperties = {"components"},
                                            properties = {
                                                @SchemaProperty(name = "zone", type = STRING, description = "IANA"),
                                                @SchemaProperty(name = "month", type = STRING, examples = "2026-03"),
                                                @SchemaProperty(name = "from", type = STRING, format = "date-time"),
                                                @SchemaProperty(name = "to", type = STRING, format = "date-time"),
                                                @SchemaProperty(
                                                        name = "components",
                                                        type = ARRAY,
                                                        implementation = String.class),
                                                @SchemaProperty(
                                                        name = "outages",
                                                        type = ARRAY,
                                                        implementation = OutageForm.class),
                                                @SchemaProperty(
                                                        name = "exclusions",
                                                        type = ARRAY,
                                                        implementation = ExclusionForm.class),
                                                @SchemaProperty(
                                                        name = "unmeasured",
                                                        type = ARRAY,
                                                        implementation = UnmeasuredForm.class),
                                                @SchemaProperty(
                                                        name = "floor",
                                                        type = NUMBER,
                                                        description = "percent",
                                                        examples = "99.5")
                                            }),
                            examples =
                                    @ExampleObject(
                                            name = "two hours down in March, one of them excluded",
                                            value = Examples.AVAILABILITY)))
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AvailabilityAnswer.class),
                            examples =
                                    @ExampleObject(
                                            name = "two hours down in March, one of them excluded",
                                            value = Examples.AVAILABILITY_ANSWER)))
    // The body stays a tree: what is wrong between fields is named together with what is wrong in them.
    public AvailabilityAnswer availability(JsonNode body) {
        var question = AvailabilityQuestion.read(body);
        return AvailabilityAnswer.of(question.answer(), question.floor());
    }

    @POST
    @Path("/burn-rate")
    @Operation(
            summary = "How fast downtime uses the error budget",
            description =
                    """
                    The budget is what the floor allows in the whole window. A rate of 1 uses it up exactly at the window's end. There is an alert \
                    when both the short and the long window burn at least by the factor. Role: any.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = OBJECT,
                                            requiredProperties = {
                                                "floor",
                                                "windowSeconds",
                                                "elapsedSeconds",
                                                "downSeconds",
                                                "short",
                                                "long",
                                                "factor"
                                            },
                                            properties = {
                                                @SchemaProperty(
                                                        name = "floor",
                                                        type = NUMBER,
                                                        description = "percent, below 100"),
                                                @SchemaProperty(name = "windowSeconds", type = INTEGER),
                                                @SchemaProperty(name = "elapsedSeconds", type = INTEGER),
                                                @SchemaProperty(name = "downSeconds", type = INTEGER),
                                                @SchemaProperty(name = "short", implementation = WindowForm.class),
                                                @SchemaProperty(name = "long", implementation = WindowForm.class),
                                                @SchemaProperty(name = "factor", type = NUMBER)
                                            }),
                            examples = @ExampleObject(name = "six minutes down", value = Examples.BURN_RATE)))
    @APIResponse(
            responseCode = "200",
            description = "The budget and the rates",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BurnRateAnswer.class),
                            examples = @ExampleObject(name = "six minutes down", value = Examples.BURN_RATE_ANSWER)))
    public BurnRateAnswer burnRate(JsonNode body) {
        return BurnRateQuestion.read(body).answer();
    }
}
