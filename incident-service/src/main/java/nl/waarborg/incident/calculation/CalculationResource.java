package nl.waarborg.incident.calculation;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
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
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.calendar.WorkingDayStrategy;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Both calculations, for whoever has a token of any role: they tell of no tenant. */
@AfterTheEnd
@Path("/api/v1/calculations")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(
        name = "calculations",
        description = "Clocks and calendars as pure functions: nothing is stored, anyone can check us")
@APIResponse(
        responseCode = "400",
        description = "The body is no JSON",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        examples = @ExampleObject(name = "malformed", value = Examples.MALFORMED)))
@APIResponse(responseCode = "401", description = "There is no valid bearer token")
class CalculationResource {

    private static final String CALENDAR = "The name of a preset's calendar (AFAS_SLA/support, AFAS_SLA/calamity,"
            + " PHOCUS_CLOUD/service-center), or a calendar";

    /** The form of a calendar, for the API's description. */
    @Schema(
            name = "InlineCalendar",
            type = OBJECT,
            requiredProperties = {"zone", "weekly"},
            properties = {
                @SchemaProperty(
                        name = "zone",
                        type = STRING,
                        description = "IANA time zone",
                        examples = "Europe/Amsterdam"),
                @SchemaProperty(
                        name = "weekly",
                        type = OBJECT,
                        description =
                                "Intervals by day, from MONDAY to SUNDAY; a day that is not named has none. From"
                                        + " before to, none over another, none crosses midnight, at most 720 a day; 24:00 ends a day.",
                        examples = "{\"MONDAY\": [[\"08:00\", \"12:00\"], [\"13:00\", \"24:00\"]]}"),
                @SchemaProperty(
                        name = "exceptions",
                        type = OBJECT,
                        description = "Intervals by date, in the place of the weekly ones; none means closed",
                        examples = "{\"2026-12-25\": []}")
            })
    private interface InlineCalendar {}

    @POST
    @Path("/business-time")
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Open time and working days on any calendar",
            description =
                    """
                    ADD needs duration (negative goes back; used up exactly at a closing it ends there). BETWEEN and WORKING_DAYS_BETWEEN need \
                    end, not before start. ADD_WORKING_DAYS needs workingDays (negative goes back) and may have a strategy, else \
                    SAME_CLOCK_TIME. The others need only start: NEXT_OPENING of an open moment is that moment, PREVIOUS_CLOSING is at or before \
                    it. An opening is inclusive, a closing exclusive. A working day has hours after exceptions. A named calendar answers as \
                    for a customer without First Class, and refuses dates beyond its published holidays; a given one has no limit. Slices \
                    explain the time between start and answer, at most some 20,000 or a century; slicesThrough tells where they were cut. \
                    Role: any.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = OBJECT,
                                            requiredProperties = {"calendar", "operation", "start"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "calendar",
                                                        description = CALENDAR,
                                                        oneOf = {InlineCalendar.class, String.class}),
                                                @SchemaProperty(name = "operation", implementation = Operation.class),
                                                @SchemaProperty(name = "start", type = STRING, format = "date-time"),
                                                @SchemaProperty(name = "end", type = STRING, format = "date-time"),
                                                @SchemaProperty(
                                                        name = "duration",
                                                        type = STRING,
                                                        format = "duration",
                                                        description =
                                                                "ISO 8601 without months; a day is 24 open hours"),
                                                @SchemaProperty(name = "workingDays", type = INTEGER, format = "int32"),
                                                @SchemaProperty(
                                                        name = "strategy",
                                                        implementation = WorkingDayStrategy.class)
                                            }),
                            examples = {
                                @ExampleObject(name = "two open hours over Christmas", value = Examples.OPEN_TIME),
                                @ExampleObject(name = "one working day later", value = Examples.WORKING_DAYS)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BusinessTimeAnswer.class),
                            examples =
                                    @ExampleObject(
                                            name = "two open hours over Christmas",
                                            value = Examples.OPEN_TIME_ANSWER)))
    @APIResponse(
            responseCode = "422",
            description =
                    "Everything that is wrong with the fields; or why the calendar has no answer: it never opens or"
                            + " closes, or its holidays are not published that far",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "invalid fields", value = Examples.INVALID_FIELDS)))
    // The body stays a tree: what is wrong between fields is named together with what is wrong in them.
    public BusinessTimeAnswer businessTime(JsonNode body) {
        return BusinessTimeQuestion.read(body).answer();
    }

    @POST
    @Path("/deadlines")
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "The clocks of a report: what if?",
            description =
                    """
                    Every clock of a report with start, deadline, net deadline and slices, under a preset with deviations (INC-023 to INC-042). \
                    Deviations are written PT48H (elapsed), P1M (calendar), 3 WORKING_DAYS, OPEN PT8H (open time), 08:00-17:00 or intervals \
                    (hours), one word (readings), ABSENT (no such term). A named calendar is agreed as the support calendar, deviating hours hold \
                    on it; a given one replaces the support hours. Holidays replace the published list, and then nothing limits the dates. A pause \
                    whose to is null still lasts. firstClass and calamity are false and pauses and deviations empty unless given. Role: any.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = OBJECT,
                                            requiredProperties = {"preset", "reportedAt", "priority"},
                                            properties = {
                                                @SchemaProperty(name = "preset", implementation = Preset.class),
                                                @SchemaProperty(name = "firstClass", type = BOOLEAN),
                                                @SchemaProperty(
                                                        name = "reportedAt",
                                                        type = STRING,
                                                        format = "date-time"),
                                                @SchemaProperty(name = "priority", implementation = Priority.class),
                                                @SchemaProperty(
                                                        name = "calamity",
                                                        type = BOOLEAN,
                                                        description = "Adds the clock of the contact"),
                                                @SchemaProperty(
                                                        name = "pauses",
                                                        type = ARRAY,
                                                        description =
                                                                "Waiting for CUSTOMER or THIRD_PARTY, at most 1,000",
                                                        implementation = PauseForm.class),
                                                @SchemaProperty(
                                                        name = "deviations",
                                                        type = OBJECT,
                                                        description = "Values by term key"),
                                                @SchemaProperty(
                                                        name = "calendar",
                                                        description = CALENDAR,
                                                        oneOf = {InlineCalendar.class, String.class}),
                                                @SchemaProperty(
                                                        name = "holidays",
                                                        type = ARRAY,
                                                        description = "Dates",
                                                        implementation = String.class)
                                            }),
                            examples =
                                    @ExampleObject(
                                            name = "a calamity on a Saturday, under deviating terms",
                                            value = Examples.DEADLINES)))
    @APIResponse(
            responseCode = "200",
            description = "The clocks; none for a term that was not agreed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadlinesAnswer.class),
                            examples = @ExampleObject(name = "clocks", value = Examples.DEADLINES_ANSWER)))
    @APIResponse(
            responseCode = "409",
            description = "Priority 1 without First Class (INC-031)",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "First Class only", value = Examples.FIRST_CLASS_ONLY)))
    @APIResponse(
            responseCode = "422",
            description = "Everything that is wrong with the fields, or a deadline beyond the published holidays",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "unknown term", value = Examples.UNKNOWN_TERM)))
    public DeadlinesAnswer deadlines(JsonNode body) {
        return DeadlinesQuestion.read(body).answer();
    }

    /** The form of a pause, for the API's description. */
    @Schema(
            name = "Pause",
            type = OBJECT,
            requiredProperties = {"from", "to", "party"},
            properties = {
                @SchemaProperty(name = "from", type = STRING, format = "date-time"),
                @SchemaProperty(
                        name = "to",
                        type = STRING,
                        format = "date-time",
                        description = "null while the waiting lasts"),
                @SchemaProperty(
                        name = "party",
                        type = STRING,
                        enumeration = {"CUSTOMER", "THIRD_PARTY"})
            })
    private interface PauseForm {}
}
