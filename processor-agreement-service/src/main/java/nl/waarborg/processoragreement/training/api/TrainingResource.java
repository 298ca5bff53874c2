package nl.waarborg.processoragreement.training.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.FUNCTIONAL_ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.INCIDENT_SUBMITTER;
import static nl.waarborg.eventsourcing.web.Roles.INCIDENT_VIEWER;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.AgreementDecider;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.agreement.projection.Agreements;
import nl.waarborg.processoragreement.agreement.projection.EndedAgreements;
import nl.waarborg.processoragreement.training.domain.Training;
import nl.waarborg.processoragreement.training.domain.Training.Course;
import nl.waarborg.processoragreement.training.domain.TrainingCommand;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.BookTraining;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.CancelL3;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.SubscribeL3;
import nl.waarborg.processoragreement.training.domain.TrainingEvent;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Subscribed;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.TrainingBooked;
import nl.waarborg.processoragreement.web.ConditionalReads;
import nl.waarborg.publishedcalendars.PublishedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.CalendarPeriod;
import nl.waarborg.terms.Terms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Training and the L3 subscription (XSV-038 to XSV-040). */
@Path("/api/v1/agreements/{id}/training")
@Tag(name = "Training")
public class TrainingResource {

    private final CommandHandler<TrainingCommand, Training, TrainingEvent> trainings;
    private final Agreements agreements;
    private final AgreedTerms terms;
    private final EndedAgreements ended;
    private final PublishedCalendars calendars;
    private final Caller caller;
    private final ConditionalReads reads;

    TrainingResource(
            CommandHandler<TrainingCommand, Training, TrainingEvent> trainings,
            Agreements agreements,
            AgreedTerms terms,
            EndedAgreements ended,
            PublishedCalendars calendars,
            Caller caller,
            ConditionalReads reads) {
        this.trainings = trainings;
        this.agreements = agreements;
        this.terms = terms;
        this.ended = ended;
        this.calendars = calendars;
        this.caller = caller;
        this.reads = reads;
    }

    record BookingForm(
            @Schema(description = "Chosen by the caller: booking it again changes nothing") UUID bookingId,
            Course course,
            @Schema(examples = "Pro Payroll") @NotBlank @Size(max = 200) String title,
            @Schema(description = "Who takes part", examples = "J. Jansen") @NotBlank @Size(max = 200)
                    String participant,
            @Schema(examples = "2026-09-01") LocalDate startsOn,
            @Schema(examples = "2026-09-02") LocalDate endsOn) {}

    record L3Form(
            @Schema(description = "First day; only the vendor may enter one that has passed", examples = "2026-07-01")
                    LocalDate from) {}

    record ReceiptForm(
            @Schema(description = "When it was received; only the vendor may give it. Now, if absent") @Nullable
                    Instant at) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            List<TrainingBooked> bookings,
            @Nullable L3Subscribed l3,
            @Schema(description = "Last day of L3, once it was cancelled") @Nullable LocalDate l3EndsOn) {}

    @GET
    @RolesAllowed({ADMINISTRATOR, AGREEMENT_CONTACT, AGREEMENT_MANAGER, SERVICE_MANAGER, ACCOUNT_MANAGER})
    @Operation(summary = "Show training and the L3 subscription", description = "Rules XSV-038, XSV-039.")
    public RestResponse<View> show(@PathParam("id") UUID id) {
        var current = trainings.current(Training.stream(tenant(id)));
        var training = current.state();
        return reads.of(new View(training.bookings(), training.l3(), training.l3EndsOn()), current.version());
    }

    @POST
    @Path("/bookings")
    @RolesAllowed({
        ADMINISTRATOR,
        FUNCTIONAL_ADMINISTRATOR,
        AGREEMENT_CONTACT,
        INCIDENT_SUBMITTER,
        INCIDENT_VIEWER,
        SERVICE_MANAGER
    })
    @Operation(
            summary = "Book a training for oneself or a colleague",
            description =
                    "Free, part of L3, or at actual cost; trainees reach the Pro trainings around it. Rules XSV-038, XSV-040.")
    public Response book(@PathParam("id") UUID id, @NotNull @Valid BookingForm request) {
        return done(
                id,
                null,
                (agreed, at) -> new BookTraining(
                        request.bookingId(),
                        request.course(),
                        request.title(),
                        request.participant(),
                        request.startsOn(),
                        request.endsOn(),
                        period(agreed, TermKey.TRAINEESHIP_ACCESS_BEFORE),
                        period(agreed, TermKey.TRAINEESHIP_ACCESS_AFTER),
                        at));
    }

    @POST
    @Path("/l3-subscription")
    @RolesAllowed({AGREEMENT_CONTACT, AGREEMENT_MANAGER})
    @Operation(summary = "Subscribe to L3", description = "For all contact persons, for a minimum term. Rule XSV-039.")
    public Response subscribe(@PathParam("id") UUID id, @NotNull @Valid L3Form request) {
        return done(
                id,
                null,
                (agreed, at) -> new SubscribeL3(
                        request.from(),
                        caller.customer() ? AgreementDecider.dayOf(at) : null,
                        period(agreed, TermKey.L3_MINIMUM_TERM)));
    }

    @POST
    @Path("/l3-cancellation")
    @RolesAllowed({AGREEMENT_CONTACT, AGREEMENT_MANAGER})
    @Operation(
            summary = "Cancel L3",
            description =
                    "After the minimum term by the month, some working days before the invoice period. Rule XSV-039.")
    public Response cancel(@PathParam("id") UUID id, @NotNull @Valid ReceiptForm request) {
        if (request.at() != null && caller.customer()) {
            throw ProblemException.invalidField("/at", "is for the vendor to give");
        }
        return done(id, request.at(), (agreed, at) -> new CancelL3(at, agreed, calendars.supportHours(agreed, at)));
    }

    private Response done(
            UUID agreement, @Nullable Instant given, BiFunction<Terms, Instant, TrainingCommand> command) {
        var tenant = tenant(agreement);
        ended.refuse(tenant);
        var context = given == null ? caller.context(tenant) : caller.context(tenant, given);
        var at = context.occurredAt();
        var agreed = terms.of(tenant).at(at).orElseThrow(ProblemException::notFound);
        return Answers.done(trainings.handle(Training.stream(tenant), context, command.apply(agreed, at)));
    }

    private static @Nullable Period period(Terms agreed, TermKey key) {
        return agreed.span(key)
                .filter(CalendarPeriod.class::isInstance)
                .map(span -> ((CalendarPeriod) span).period())
                .orElse(null);
    }

    private UUID tenant(UUID agreement) {
        return agreements.find(agreement).orElseThrow(ProblemException::notFound).tenantId;
    }
}
