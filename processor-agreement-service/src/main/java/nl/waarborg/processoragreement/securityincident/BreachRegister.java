package nl.waarborg.processoragreement.securityincident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.contact.projection.KnownContacts;
import nl.waarborg.processoragreement.securityincident.domain.AffectedTenant;
import nl.waarborg.processoragreement.securityincident.domain.Breach;
import nl.waarborg.processoragreement.securityincident.domain.Breach.Detected;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.DetectBreach;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.InformController;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecomputeClocks;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.SupplementBreachNotice;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent;
import nl.waarborg.processoragreement.securityincident.domain.BreachTerms;
import nl.waarborg.processoragreement.securityincident.domain.ClockRun;
import nl.waarborg.processoragreement.securityincident.domain.IncidentOrigin;
import nl.waarborg.processoragreement.securityincident.domain.IncidentType;
import nl.waarborg.processoragreement.securityincident.domain.NoticeContent;
import nl.waarborg.processoragreement.securityincident.domain.Recipients;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncident;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncident.Registered;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.AddAffectedTenant;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.CloseSecurityIncident;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.CorrectDiscovery;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand.RegisterSecurityIncident;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent;
import nl.waarborg.processoragreement.securityincident.domain.SupplementCause;
import nl.waarborg.processoragreement.securityincident.projection.DueBreachMails;
import nl.waarborg.publishedcalendars.PublishedCalendars;
import org.jspecify.annotations.Nullable;

/**
 * Commands on the register with the facts that its rules need: each customer's terms as of discovery, its calendar and its contacts. One
 * entry has a breach per affected customer; these follow it at once, and again by a deadline in case the service dies in between.
 */
@ApplicationScoped
public class BreachRegister {

    private final CommandHandler<SecurityIncidentCommand, SecurityIncident, SecurityIncidentEvent> incidents;
    private final CommandHandler<BreachCommand, Breach, BreachEvent> breaches;
    private final AgreedTerms agreed;
    private final PublishedCalendars calendars;
    private final KnownContacts contacts;
    private final DueBreachMails due;
    private final PersonalData personal;

    public BreachRegister(
            CommandHandler<SecurityIncidentCommand, SecurityIncident, SecurityIncidentEvent> incidents,
            CommandHandler<BreachCommand, Breach, BreachEvent> breaches,
            AgreedTerms agreed,
            PublishedCalendars calendars,
            KnownContacts contacts,
            DueBreachMails due,
            PersonalData personal) {
        this.incidents = incidents;
        this.breaches = breaches;
        this.agreed = agreed;
        this.calendars = calendars;
        this.contacts = contacts;
        this.due = due;
        this.personal = personal;
    }

    /** What is reported. */
    public record Report(
            UUID incident,
            String provider,
            IncidentType type,
            IncidentOrigin origin,
            @Nullable UUID subprocessor,
            Instant discoveredAt,
            @Nullable Instant subprocessorDiscoveredAt,
            @Nullable Instant occurredAt,
            List<UUID> affectedTenants,
            List<UUID> relatedIncidents,
            String description) {}

    /** @param context of the platform */
    public CommandResult<SecurityIncidentEvent> register(CommandContext context, Report report) {
        var result = incidents.handle(
                SecurityIncident.stream(report.incident()),
                context,
                new RegisterSecurityIncident(
                        report.incident(),
                        report.provider(),
                        report.type(),
                        report.origin(),
                        report.subprocessor(),
                        report.discoveredAt(),
                        report.subprocessorDiscoveredAt(),
                        report.occurredAt(),
                        context.actor().id(),
                        context.actor().role(),
                        report.affectedTenants().stream()
                                .map(tenant -> affected(tenant, report.description()))
                                .toList(),
                        report.relatedIncidents(),
                        report.description(),
                        context.occurredAt()));
        return followed(result, report.affectedTenants(), context);
    }

    /**
     * Several may come to the same incident, each with a customer of its own: the first one's facts stay, every customer is affected.
     *
     * @param context of the platform
     */
    public void registerOrAffect(CommandContext context, Report report) {
        register(context, report);
        if (incidents.state(SecurityIncident.stream(report.incident())) instanceof Registered known
                && known.registration().provider().equals(report.provider())) {
            report.affectedTenants().stream()
                    .filter(tenant -> known.affected(tenant).isEmpty())
                    .forEach(tenant -> affect(
                            context.distinguishedBy("affects/" + tenant),
                            report.incident(),
                            tenant,
                            report.description()));
        }
    }

    /** @param context of the platform */
    public CommandResult<SecurityIncidentEvent> affect(
            CommandContext context, UUID incident, UUID tenant, String description) {
        var result = incidents.handle(
                SecurityIncident.stream(incident),
                context,
                new AddAffectedTenant(affected(tenant, description), context.occurredAt()));
        return followed(result, List.of(tenant), context);
    }

    /** @param context of the platform */
    public CommandResult<SecurityIncidentEvent> correctDiscovery(
            CommandContext context, UUID incident, Instant discoveredAt, String reason) {
        var stream = SecurityIncident.stream(incident);
        var result = incidents.handle(
                stream,
                context,
                new CorrectDiscovery(
                        discoveredAt,
                        due.firstInformed(incident).orElse(null),
                        context.actor().id(),
                        reason,
                        context.occurredAt()));
        var tenants = incidents.state(stream) instanceof Registered registered
                ? registered.affected().stream().map(AffectedTenant::tenant).toList()
                : List.<UUID>of();
        return followed(result, tenants, context);
    }

    /** @param context of the platform */
    public CommandResult<SecurityIncidentEvent> close(CommandContext context, UUID incident, String conclusion) {
        return incidents.handle(
                SecurityIncident.stream(incident),
                context,
                new CloseSecurityIncident(conclusion, due.uninformed(incident), context.occurredAt()));
    }

    /** @param context of the customer */
    public CommandResult<BreachEvent> inform(
            CommandContext context,
            UUID incident,
            Instant informedAt,
            NoticeContent content,
            @Nullable String lateReason) {
        return onBreach(context, incident, (breach, terms) -> {
            var recipients = recipients(context.tenant(), terms);
            return new InformController(
                    informedAt,
                    content,
                    lateReason,
                    recipients.contacts(),
                    recipients.fallback(),
                    terms.flatMap(agreement -> agreement.authority(informedAt)).orElse(null));
        });
    }

    /** @param context of the customer */
    public CommandResult<BreachEvent> supplement(
            CommandContext context, UUID incident, SupplementCause cause, String text, NoticeContent content) {
        return onBreach(
                context,
                incident,
                (breach, terms) -> new SupplementBreachNotice(
                        cause,
                        text,
                        content,
                        recipients(context.tenant(), terms).contacts(),
                        context.occurredAt()));
    }

    /** A command that needs no facts. */
    public CommandResult<BreachEvent> command(CommandContext context, UUID incident, BreachCommand command) {
        return breaches.handle(Breach.stream(context.tenant(), incident), context, command);
    }

    /** Brings a customer's breach to where its entry in the register is; nothing happens where it is there already. */
    public void follow(UUID incident, CommandContext context) {
        if (incidents.state(SecurityIncident.stream(incident)) instanceof Registered entry) {
            entry.affected(context.tenant())
                    .ifPresent(affected -> breaches.handle(
                            Breach.stream(context.tenant(), incident),
                            context,
                            breach -> following(entry, affected, breach, context.occurredAt())));
        }
    }

    private BreachCommand following(Registered entry, AffectedTenant affected, Breach breach, Instant at) {
        var registration = entry.registration();
        var discoveredAt = entry.discoveredAt();
        var terms = terms(affected.tenant(), discoveredAt);
        var clocks = new ArrayList<ClockRun>();
        terms.ifPresent(agreement -> {
            Optional.ofNullable(registration.subprocessorDiscoveredAt())
                    .flatMap(agreement::subprocessor)
                    .ifPresent(clocks::add);
            agreement.controller(registration.type(), discoveredAt).ifPresent(clocks::add);
        });
        var version = terms.map(agreement -> agreement.terms().version()).orElse(0);
        return breach instanceof Detected
                ? new RecomputeClocks(discoveredAt, version, clocks, at)
                : new DetectBreach(
                        registration.incidentId(),
                        registration.type(),
                        registration.origin(),
                        discoveredAt,
                        registration.occurredAt(),
                        registration.relatedIncidents(),
                        personal.reveal(affected.tenant(), affected.description()),
                        version,
                        clocks,
                        terms.map(BreachTerms::mandatoryFields).orElse(List.of()));
    }

    private CommandResult<BreachEvent> onBreach(
            CommandContext context, UUID incident, BiFunction<Breach, Optional<BreachTerms>, BreachCommand> command) {
        return breaches.handle(Breach.stream(context.tenant(), incident), context, breach -> {
            var discoveredAt = breach instanceof Detected detected ? detected.discoveredAt() : context.occurredAt();
            return command.apply(breach, terms(context.tenant(), discoveredAt));
        });
    }

    /** As of discovery: running clocks keep the version with which they started (OP-72). */
    private Optional<BreachTerms> terms(UUID tenant, Instant discoveredAt) {
        return agreed.of(tenant)
                .at(discoveredAt)
                .map(terms -> new BreachTerms(terms, calendars.supportHours(terms, discoveredAt)));
    }

    private Recipients recipients(UUID tenant, Optional<BreachTerms> terms) {
        return Recipients.of(
                contacts.of(tenant), terms.map(BreachTerms::recipients).orElse(Set.of()));
    }

    private AffectedTenant affected(UUID tenant, String description) {
        return new AffectedTenant(tenant, personal.protect(tenant, description));
    }

    private CommandResult<SecurityIncidentEvent> followed(
            CommandResult<SecurityIncidentEvent> result, List<UUID> tenants, CommandContext context) {
        if (result.rejection() == null) {
            tenants.forEach(tenant -> follow(result.stream().id(), ofTenant(context, tenant)));
        }
        return result;
    }

    private static CommandContext ofTenant(CommandContext context, UUID tenant) {
        return new CommandContext(
                        tenant,
                        context.actor(),
                        context.occurredAt(),
                        context.historic(),
                        null,
                        context.correlation(),
                        context.causation(),
                        context.traceparent(),
                        context.origin(),
                        null)
                .distinguishedBy("breach/" + tenant + "/" + context.occurredAt());
    }
}
