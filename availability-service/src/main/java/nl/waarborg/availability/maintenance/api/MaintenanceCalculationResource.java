package nl.waarborg.availability.maintenance.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.maintenance.domain.MaintenanceTerms;
import nl.waarborg.availability.platform.Vendors;
import nl.waarborg.eventsourcing.web.AfterTheEnd;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.CalendarRefusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether maintenance could be announced like this, for whoever has a token of any role: it tells of no tenant. */
@AfterTheEnd
@Path("/api/v1/calculations/maintenance")
@Authenticated
@Tag(name = "calculations", description = "Rules as pure functions: nothing is stored, anyone can check us")
class MaintenanceCalculationResource {

    static final String EXAMPLE =
            """
            {
              "kind": "PLANNED",
              "announcedAt": "2026-03-09T22:00:00+01:00",
              "startsAt": "2026-03-14T22:00:00+01:00",
              "endsAt": "2026-03-15T02:00:00+01:00"
            }""";

    /** @param preset whose terms; AFAS_SLA if absent */
    record MaintenanceQuestion(
            @NotNull MaintenanceKind kind,
            @NotNull Instant announcedAt,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @Nullable Preset preset) {}

    record BrokenRule(String rule, String text) {}

    /**
     * The window that the start lies in, or the next one.
     *
     * @param hours as the agreement writes them, local times in Amsterdam
     */
    record WindowAnswer(OffsetDateTime from, OffsetDateTime to, String hours) {}

    /**
     * @param latestAnnouncement the last moment at which it is announced in time; null: no notice is promised
     * @param window null: no window is promised
     */
    record MaintenanceAnswer(
            boolean allowed,
            List<BrokenRule> violations,
            @Nullable OffsetDateTime latestAnnouncement,
            @Nullable WindowAnswer window) {}

    @POST
    @Operation(
            summary = "May maintenance be announced like this?",
            description =
                    "PLANNED has a notice (AVL-013) and a window (AVL-014), PATCH a window (AVL-016), NEW_VERSION the"
                            + " notice of a migration date (AVL-038), EMERGENCY neither (AVL-015). A term that the preset"
                            + " lacks checks nothing. Role: any.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "in time", value = EXAMPLE)))
    public MaintenanceAnswer maintenance(@NotNull @Valid MaintenanceQuestion question) {
        var ends = Vendors.endingAfter(question.startsAt(), question.endsAt(), "/endsAt");
        var terms = new MaintenanceTerms(Terms.of(question.preset() == null ? Preset.AFAS_SLA : question.preset()));
        try {
            return answer(question, ends, terms);
        } catch (CalendarRefusal e) {
            throw ProblemException.invalidField("/startsAt", String.valueOf(e.getMessage()));
        }
    }

    private static MaintenanceAnswer answer(MaintenanceQuestion question, Instant ends, MaintenanceTerms terms) {
        var kind = question.kind();
        var starts = Vendors.whole(question.startsAt());
        var violations = terms.violations(kind, question.announcedAt(), starts, ends).stream()
                .map(violation -> new BrokenRule(violation.rule(), violation.text()))
                .toList();
        var window = terms.windowAt(kind, starts)
                .map(stretch -> new WindowAnswer(
                        local(stretch.from()),
                        local(stretch.to()),
                        terms.windowHours(kind).map(Object::toString).orElse("")))
                .orElse(null);
        return new MaintenanceAnswer(
                violations.isEmpty(),
                violations,
                terms.latestAnnouncement(kind, starts)
                        .map(MaintenanceCalculationResource::local)
                        .orElse(null),
                window);
    }

    private static OffsetDateTime local(Instant moment) {
        return moment.atZone(AgreedCalendars.ZONE).toOffsetDateTime();
    }
}
