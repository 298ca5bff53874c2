package nl.waarborg.processoragreement.exit.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.CONSULTANT;
import static nl.waarborg.eventsourcing.web.Roles.FUNCTIONAL_ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.AfterTheEnd;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand;
import nl.waarborg.processoragreement.agreement.domain.AgreementDecider;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionChosen;
import nl.waarborg.processoragreement.agreement.domain.ExitOption;
import nl.waarborg.processoragreement.agreement.projection.AgreementView;
import nl.waarborg.processoragreement.agreement.projection.Agreements;
import nl.waarborg.processoragreement.exit.domain.Exit;
import nl.waarborg.processoragreement.exit.domain.Exit.PlannedActivity;
import nl.waarborg.processoragreement.exit.domain.Exit.Side;
import nl.waarborg.processoragreement.exit.domain.ExitCommand;
import nl.waarborg.processoragreement.exit.domain.ExitCommand.CompleteExitPlan;
import nl.waarborg.processoragreement.exit.domain.ExitCommand.DischargeExit;
import nl.waarborg.processoragreement.exit.domain.ExitCommand.RecordExitActivity;
import nl.waarborg.processoragreement.exit.domain.ExitCommand.StartExit;
import nl.waarborg.processoragreement.exit.domain.ExitEvent;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitActivityRecorded;
import nl.waarborg.processoragreement.web.ConditionalReads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The exit cockpit: options with prices, plan, activities, retention, discharge (XSV-014 to XSV-021). Also after the end. */
@Path("/api/v1/agreements/{id}/exit")
@AfterTheEnd
@Tag(name = "Exit")
public class ExitResource {

    private final CommandHandler<ExitCommand, Exit, ExitEvent> exits;
    private final CommandHandler<AgreementCommand, Agreement, AgreementEvent> commands;
    private final Agreements agreements;
    private final Caller caller;
    private final InstantSource clock;
    private final ConditionalReads reads;

    ExitResource(
            CommandHandler<ExitCommand, Exit, ExitEvent> exits,
            CommandHandler<AgreementCommand, Agreement, AgreementEvent> commands,
            Agreements agreements,
            Caller caller,
            InstantSource clock,
            ConditionalReads reads) {
        this.exits = exits;
        this.commands = commands;
        this.agreements = agreements;
        this.caller = caller;
        this.clock = clock;
        this.reads = reads;
    }

    record ActivityForm(
            @Schema(examples = "Export all attachments") @NotBlank @Size(max = 500) String activity,
            @Schema(description = "Who does it", examples = "Functional administrator") @NotBlank @Size(max = 200)
                    String role,
            Side responsible) {}

    record PlanForm(
            @Schema(description = "Wishes and possibilities") @NotBlank @Size(max = 5000) String wishes,
            @NotBlank @Size(max = 5000) String technicalDocumentation,
            @NotBlank @Size(max = 5000) String dataToTransfer,
            @Schema(description = "The adapted licence to go on with; none: it ends altogether") @Nullable
                    ExitOption option,
            @NotEmpty @Size(max = 200) List<@Valid ActivityForm> activities) {}

    record ActivityDone(
            @Schema(description = "Chosen by the caller: recording it again changes nothing") UUID activityId,
            @NotBlank @Size(max = 2000) String activity) {}

    record Declaration(
            @Schema(description = "The plan is complete") boolean planComplete,
            @Schema(description = "The new supplier received all data") boolean allDataReceived) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offer(
            ExitOption option,
            @Schema(description = "Last day, if the option ends by itself") @Nullable LocalDate until,
            @Nullable Integer users,
            @Schema(
                            description = "Euros a month excluding VAT; absent where the price is no share",
                            examples = "185.00")
                    @Nullable
                    String monthlyAmount,
            @Schema(description = "Highest monthly amount of the months that count", examples = "1850.00") @Nullable
                    String basisAmount) {

        static Offer of(ExitOptionChosen chosen) {
            return new Offer(
                    chosen.option(),
                    chosen.until(),
                    chosen.users(),
                    text(chosen.monthlyAmount()),
                    text(chosen.basisAmount()));
        }

        private static @Nullable String text(@Nullable BigDecimal euros) {
            return euros == null ? null : euros.toPlainString();
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Plan(
            @Nullable String wishes,
            @Nullable String technicalDocumentation,
            @Nullable String dataToTransfer,
            @Nullable ExitOption option,
            List<PlannedActivity> activities,
            Instant completedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Discharge(
            @Nullable Instant customerAgreedAt, @Nullable Instant vendorAgreedAt, @Nullable Instant dischargedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cockpit(
            @Nullable Instant startedAt,
            @Schema(description = "Last day of the agreement, once it was terminated") @Nullable LocalDate endsOn,
            boolean ended,
            @Schema(description = "The option that was chosen") @Nullable Offer chosen,
            @Schema(description = "What the terms offer from the day after the end, or from today") List<Offer> offers,
            @Schema(description = "Last day on which the data are kept; absent as long as the customer wants them kept")
                    @Nullable
                    LocalDate dataKeptUntil,
            @Nullable Plan plan,
            List<ExitActivityRecorded> activities,
            Discharge discharge) {}

    @GET
    @RolesAllowed({
        AGREEMENT_MANAGER,
        SERVICE_MANAGER,
        ACCOUNT_MANAGER,
        CONSULTANT,
        AUDITOR,
        ADMINISTRATOR,
        FUNCTIONAL_ADMINISTRATOR,
        AGREEMENT_CONTACT
    })
    @Operation(
            summary = "Show the exit cockpit",
            description = "Options with prices, plan, activities, retention and discharge. Rules XSV-015 to XSV-019.")
    public RestResponse<Cockpit> cockpit(@PathParam("id") UUID id) {
        var agreement = seen(id);
        var current = exits.current(Exit.stream(agreement.tenantId));
        var exit = current.state();
        var state = commands.state(Agreement.stream(agreement.tenantId));
        var now = clock.instant();
        var plan = exit.plan();
        var chosen = AgreementDecider.exitChosen(state).map(Offer::of).orElse(null);
        var cockpit = new Cockpit(
                exit.startedAt(),
                agreement.endsOn,
                agreement.endedOn != null,
                chosen,
                AgreementDecider.exitOffers(state, now).stream().map(Offer::of).toList(),
                AgreementDecider.dataKeptUntil(state, now).orElse(null),
                plan == null
                        ? null
                        : new Plan(
                                plan.wishes(),
                                plan.technicalDocumentation(),
                                plan.dataToTransfer(),
                                plan.option(),
                                plan.activities(),
                                plan.at()),
                exit.activities(),
                new Discharge(exit.agreed().get(Side.CUSTOMER), exit.agreed().get(Side.VENDOR), exit.dischargedAt()));
        return reads.of(cockpit, current.version());
    }

    @POST
    @RolesAllowed({AGREEMENT_CONTACT, AGREEMENT_MANAGER})
    @Operation(summary = "Start an exit", description = "Rule XSV-019.")
    public Response start(@PathParam("id") UUID id) {
        return done(id, context -> new StartExit(context.occurredAt()));
    }

    @PUT
    @Path("/plan")
    @RolesAllowed({AGREEMENT_CONTACT, AGREEMENT_MANAGER})
    @Operation(
            summary = "Complete the exit plan",
            description = "The customer's responsibility; another plan asks both sides to agree anew. Rule XSV-019.")
    public Response plan(@PathParam("id") UUID id, @NotNull @Valid PlanForm request) {
        return done(
                id,
                context -> new CompleteExitPlan(
                        side(),
                        request.wishes(),
                        request.technicalDocumentation(),
                        request.dataToTransfer(),
                        request.option(),
                        request.activities().stream()
                                .map(form -> new PlannedActivity(form.activity(), form.role(), form.responsible()))
                                .toList(),
                        context.occurredAt()));
    }

    @POST
    @Path("/activities")
    @RolesAllowed({AGREEMENT_CONTACT, FUNCTIONAL_ADMINISTRATOR, SERVICE_MANAGER, CONSULTANT, AGREEMENT_MANAGER})
    @Operation(summary = "Record what was done of the plan", description = "Rules XSV-019, XSV-021.")
    public Response activity(@PathParam("id") UUID id, @NotNull @Valid ActivityDone request) {
        return done(
                id,
                context ->
                        new RecordExitActivity(request.activityId(), request.activity(), side(), context.occurredAt()));
    }

    @POST
    @Path("/discharge")
    @RolesAllowed({AGREEMENT_CONTACT, AGREEMENT_MANAGER})
    @Operation(
            summary = "Agree to the discharge",
            description =
                    "Each side declares that the plan is complete and the new supplier received all data. Rule XSV-019.")
    public Response discharge(@PathParam("id") UUID id, @NotNull @Valid Declaration request) {
        return done(
                id,
                context -> new DischargeExit(
                        side(), request.planComplete(), request.allDataReceived(), context.occurredAt()));
    }

    private Side side() {
        return caller.vendor() ? Side.VENDOR : Side.CUSTOMER;
    }

    private AgreementView seen(UUID agreement) {
        return agreements.find(agreement).orElseThrow(ProblemException::notFound);
    }

    private Response done(UUID agreement, Function<CommandContext, ExitCommand> command) {
        var tenant = seen(agreement).tenantId;
        var context = caller.context(tenant);
        return Answers.done(exits.handle(Exit.stream(tenant), context, command.apply(context)));
    }
}
