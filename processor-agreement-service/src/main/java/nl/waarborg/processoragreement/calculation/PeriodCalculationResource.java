package nl.waarborg.processoragreement.calculation;

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

/** For whoever has a token of any role: it tells of no tenant. */
@Path("/api/v1/calculations/periods")
@AfterTheEnd
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "calculations", description = "Rules as pure functions: nothing is stored, anyone can check us")
class PeriodCalculationResource {

    static final String EXAMPLE =
            """
            {"from": "2026-03-27T20:00:00+01:00", "period": "PT48H", "zone": "Europe/Amsterdam"}""";

    static final String WORKING_DAY =
            """
            {
              "from": "2026-03-05T18:30:00+01:00",
              "period": "1 WORKING_DAY",
              "zone": "Europe/Amsterdam",
              "calendar": "PHOCUS_CLOUD/service-center"
            }""";

    @POST
    @Operation(
            summary = "Until when a period runs",
            description =
                    "PT48H and P28D (28 times 24 hours) elapse, P1M and 5 CALENDAR_DAYS follow the local calendar of the zone; 1 WORKING_DAY and OPEN PT8H need a calendar, by name or as it is (zone, weekly, exceptions). outerLimit is how Regulation 1182/71 counts whole hours. Without a zone the calendar's, else Europe/Amsterdam.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = OBJECT,
                                            requiredProperties = {"from", "period"},
                                            properties = {
                                                @SchemaProperty(name = "from", type = STRING, format = "date-time"),
                                                @SchemaProperty(name = "period", type = STRING),
                                                @SchemaProperty(name = "zone", type = STRING),
                                                @SchemaProperty(
                                                        name = "calendar",
                                                        description =
                                                                "The name of a preset's calendar, such as AFAS_SLA/support, or a calendar")
                                            }),
                            examples = {
                                @ExampleObject(name = "48 hours over the change to summer time", value = EXAMPLE),
                                @ExampleObject(name = "one working day", value = WORKING_DAY)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Until when it runs",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PeriodAnswer.class)))
    // The body stays a tree: what is wrong between fields is named together with what is wrong in them.
    public PeriodAnswer period(JsonNode body) {
        return PeriodQuestion.read(body).answer();
    }
}
