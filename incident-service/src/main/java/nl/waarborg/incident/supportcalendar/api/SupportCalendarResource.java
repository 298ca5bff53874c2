package nl.waarborg.incident.supportcalendar.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.supportcalendar.domain.CalendarKind;
import nl.waarborg.incident.supportcalendar.domain.PublishedDay;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendar;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.ProposeHolidays;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.PublishHolidays;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.PublishSupportCalendar;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.PublishSupportHoursDeviation;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent;
import nl.waarborg.incident.supportcalendar.projection.CalendarDefinition;
import nl.waarborg.incident.supportcalendar.projection.PublishedCalendars;
import nl.waarborg.incident.supportcalendar.storage.SupportCalendarEventTypes;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.UnacceptableTerms;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.OpeningHoursDeviation;
import nl.waarborg.terms.calendar.OpeningHoursDeviation.Cause;
import nl.waarborg.terms.calendar.OpeningInterval;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/support-calendars")
@Tag(
        name = "support calendars",
        description = "Support hours in published versions, and the days on which they deviate")
class SupportCalendarResource {

    private static final String ON_SITE = "on-site/";

    private final CommandHandler<SupportCalendarCommand, SupportCalendar, SupportCalendarEvent> calendars;
    private final PublishedCalendars published;
    private final Caller caller;
    private final InstantSource clock;

    SupportCalendarResource(
            CommandHandler<SupportCalendarCommand, SupportCalendar, SupportCalendarEvent> calendars,
            PublishedCalendars published,
            Caller caller,
            InstantSource clock) {
        this.calendars = calendars;
        this.published = published;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param weekly local hours such as {@code 08:00-16:00 WEB}; a day that is not named is closed */
    record CalendarRequest(
            @NotNull String zone,
            @NotNull Map<DayOfWeek, List<String>> weekly,
            @NotBlank @Size(max = 200) String source) {}

    /** @param hours such as {@code 08:00-12:00}; none: closed */
    record DeviationRequest(
            @NotNull LocalDate date, @NotNull List<String> hours, @NotBlank @Size(max = 200) String reason) {}

    record HolidayRequest(@NotNull LocalDate date, @NotBlank @Size(max = 200) String name) {}

    /** @param days all holidays of the year; null or empty: as they were proposed */
    record HolidaysRequest(@Nullable List<@Valid HolidayRequest> days) {}

    @GET
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_SUBMITTER,
        Roles.INCIDENT_VIEWER,
        Roles.AUTHORISED_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR,
        Roles.OPERATOR,
        Roles.AGREEMENT_MANAGER
    })
    @Operation(summary = "The calendars of the caller's vendor that hold now")
    public List<CalendarDefinition> list() {
        return AgreedCalendars.shipped().stream()
                .filter(this::isVendors)
                .map(id -> CalendarDefinition.of(published.at(id, clock.instant())))
                .sorted((one, other) -> one.calendar().compareTo(other.calendar()))
                .toList();
    }

    @GET
    @Path("/{preset}/{name}/deviations")
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_SUBMITTER,
        Roles.INCIDENT_VIEWER,
        Roles.AUTHORISED_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR,
        Roles.OPERATOR,
        Roles.AGREEMENT_MANAGER
    })
    @Operation(summary = "The overview of deviating hours from a date on, today if none is given (INC-017)")
    public List<PublishedDay> deviations(
            @PathParam("preset") String preset,
            @PathParam("name") String name,
            @QueryParam("from") @Nullable LocalDate from) {
        var calendar = existing(id(preset, name));
        var first = from == null ? LocalDate.ofInstant(clock.instant(), calendar.zone()) : from;
        return calendar.deviations().stream()
                .filter(day -> !day.date().isBefore(first))
                .map(PublishedDay::of)
                .toList();
    }

    @POST
    @Path("/{preset}/{name}/versions")
    @RolesAllowed(Roles.AGREEMENT_MANAGER)
    @Operation(summary = "Publishes a version with other weekly hours; open clocks are reckoned anew")
    public Response publish(
            @PathParam("preset") String preset,
            @PathParam("name") String name,
            @NotNull @Valid CalendarRequest request) {
        var id = id(preset, name);
        existing(id);
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(calendars.handle(
                SupportCalendarEventTypes.stream(StreamId.PLATFORM, id),
                context,
                new PublishSupportCalendar(
                        id,
                        kind(id),
                        zone(request.zone()),
                        weekly(request.weekly()),
                        request.source(),
                        caller.person().orElse(null),
                        context.occurredAt())));
    }

    @POST
    @Path("/{preset}/{name}/deviations")
    @RolesAllowed(Roles.AGREEMENT_MANAGER)
    @Operation(summary = "Publishes other hours for one day (INC-017); open clocks are reckoned anew")
    public Response deviate(
            @PathParam("preset") String preset,
            @PathParam("name") String name,
            @NotNull @Valid DeviationRequest request) {
        var id = id(preset, name);
        existing(id);
        return deviate(StreamId.PLATFORM, id, kind(id), request);
    }

    @POST
    @Path("/on-site/{tenant}/deviations")
    @RolesAllowed(Roles.AGREEMENT_MANAGER)
    @Operation(summary = "Publishes a day of the roster for work at a customer's site (INC-019)")
    public Response deviateOnSite(@PathParam("tenant") UUID tenant, @NotNull @Valid DeviationRequest request) {
        return deviate(caller.seen(tenant), new CalendarId(ON_SITE + tenant), CalendarKind.ON_SITE, request);
    }

    @GET
    @Path("/on-site/{tenant}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUTHORISED_CONTACT, Roles.PAYROLL_PROCESSOR, Roles.AGREEMENT_MANAGER})
    @Operation(summary = "The roster for work at a customer's site (INC-019)")
    public CalendarDefinition onSite(@PathParam("tenant") UUID tenant) {
        return CalendarDefinition.of(existing(new CalendarId(ON_SITE + caller.seen(tenant))));
    }

    @POST
    @Path("/{preset}/{name}/holiday-proposals")
    @RolesAllowed(Roles.AGREEMENT_MANAGER)
    @Operation(
            summary = "Proposes the holidays of the year behind the last published one; nothing holds until published")
    @APIResponse(
            responseCode = "200",
            description = "What is proposed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SupportCalendarEvent[].class)))
    public Response propose(@PathParam("preset") String preset, @PathParam("name") String name) {
        var id = id(preset, name);
        existing(id);
        var context = caller.context(StreamId.PLATFORM);
        var result = calendars.handle(
                SupportCalendarEventTypes.stream(StreamId.PLATFORM, id),
                context,
                new ProposeHolidays(id, context.occurredAt()));
        return Answers.done(
                result,
                result.events().stream().map(recorded -> recorded.event()).toList());
    }

    @POST
    @Path("/{preset}/{name}/holidays/{year}")
    @RolesAllowed(Roles.AGREEMENT_MANAGER)
    @Operation(summary = "A person publishes a year's holidays, as proposed or changed, as a new version")
    public Response publishHolidays(
            @PathParam("preset") String preset,
            @PathParam("name") String name,
            @PathParam("year") int year,
            @NotNull @Valid HolidaysRequest request) {
        var id = id(preset, name);
        existing(id);
        var days = request.days() == null ? List.<HolidayRequest>of() : request.days();
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(calendars.handle(
                SupportCalendarEventTypes.stream(StreamId.PLATFORM, id),
                context,
                new PublishHolidays(
                        id,
                        year,
                        days.stream()
                                .map(day -> new OpeningHoursDeviation(day.date(), List.of(), Cause.HOLIDAY, day.name()))
                                .toList(),
                        caller.person().orElse(null),
                        context.occurredAt())));
    }

    private Response deviate(UUID owner, CalendarId id, CalendarKind scope, DeviationRequest request) {
        var context = caller.context(owner);
        return Answers.done(calendars.handle(
                SupportCalendarEventTypes.stream(owner, id),
                context,
                new PublishSupportHoursDeviation(
                        id,
                        scope,
                        new OpeningHoursDeviation(
                                request.date(), hours("/hours", request.hours()), Cause.PUBLISHED, request.reason()),
                        caller.person().orElse(null),
                        context.occurredAt())));
    }

    /** A calendar of another vendor looks as if it were missing. */
    private CalendarId id(String preset, String name) {
        var id = new CalendarId(preset + "/" + name);
        if (!isVendors(id)) {
            throw ProblemException.notFound();
        }
        return id;
    }

    private BusinessCalendar existing(CalendarId id) {
        try {
            return published.at(id, clock.instant());
        } catch (UnacceptableTerms unknown) {
            throw ProblemException.notFound();
        }
    }

    private boolean isVendors(CalendarId id) {
        var provider = caller.provider().toUpperCase(Locale.ROOT);
        return List.of(Preset.values()).stream()
                .map(Preset::name)
                .filter(preset -> preset.startsWith(provider))
                .anyMatch(preset -> id.value().startsWith(preset + "/"));
    }

    private static CalendarKind kind(CalendarId id) {
        return id.value().endsWith("/calamity") ? CalendarKind.CALAMITY : CalendarKind.SUPPORT;
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw ProblemException.invalidField("/zone", "an IANA zone such as Europe/Amsterdam");
        }
    }

    private static Map<DayOfWeek, List<OpeningInterval>> weekly(Map<DayOfWeek, List<String>> forms) {
        var weekly = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
        forms.forEach((day, hours) -> weekly.put(day, hours("/weekly/" + day, hours)));
        return weekly;
    }

    private static List<OpeningInterval> hours(String pointer, List<String> forms) {
        try {
            return forms.stream().map(OpeningInterval::parse).toList();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidField(pointer, String.valueOf(e.getMessage()));
        }
    }
}
