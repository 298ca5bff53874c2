package nl.waarborg.availability.outage.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.waarborg.availability.month.projection.ClosedMonths;
import nl.waarborg.availability.outage.domain.Outage;
import nl.waarborg.availability.outage.domain.OutageCommand;
import nl.waarborg.availability.outage.domain.OutageCommand.ChangeOutage;
import nl.waarborg.availability.outage.domain.OutageCommand.EndOutage;
import nl.waarborg.availability.outage.domain.OutageCommand.StartOutage;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.availability.outage.domain.OutageTimes;
import nl.waarborg.availability.outage.domain.ProposedChange;
import nl.waarborg.availability.outage.projection.OutageFacts;
import nl.waarborg.availability.outage.projection.OutageFacts.Times;
import nl.waarborg.availability.outage.storage.OutageEventTypes;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.tenants.VendorTerms;
import org.jspecify.annotations.Nullable;

/** Commands on outages, with the facts that they need, whoever gives them. */
@ApplicationScoped
public class Outages {

    private final CommandHandler<OutageCommand, Outage, OutageEvent> handler;
    private final OutageFacts facts;
    private final ClosedMonths closedMonths;
    private final VendorTerms vendors;

    public Outages(
            CommandHandler<OutageCommand, Outage, OutageEvent> handler,
            OutageFacts facts,
            ClosedMonths closedMonths,
            VendorTerms vendors) {
        this.handler = handler;
        this.facts = facts;
        this.closedMonths = closedMonths;
        this.vendors = vendors;
    }

    /** What is said of an outage that begins; absent lists are empty. */
    public record Report(
            @Nullable Set<Component> components,
            @Nullable List<String> systems,
            @Nullable UUID ofTenant,
            @Nullable Set<UUID> affectedTenants,
            @Nullable Instant startedAt,
            @Nullable String errorMessage,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            @Nullable Set<UUID> incidents) {}

    /** @throws ProblemException 422 naming every field that is wrong */
    public CommandResult<OutageEvent> start(
            StreamId stream, CommandContext context, String provider, @Nullable String reference, Report report) {
        var errors = new ArrayList<FieldError>();
        var components = EnumSet.noneOf(Component.class);
        components.addAll(Objects.requireNonNullElse(report.components(), Set.of()));
        var byKind = new EnumMap<EnvironmentKind, Set<Component>>(EnvironmentKind.class);
        var systems = Objects.requireNonNullElse(report.systems(), List.<String>of());
        for (var i = 0; i < systems.size(); i++) {
            var known = facts.system(provider, systems.get(i)).orElse(null);
            if (known == null) {
                errors.add(new FieldError("/systems/" + i, "is no registered system"));
            } else {
                byKind.computeIfAbsent(known.environmentKind(), kind -> EnumSet.noneOf(Component.class))
                        .add(known.component());
            }
        }
        // Where production is among them, what else was down does not count for it (AVL-033).
        var kind = byKind.isEmpty() || byKind.containsKey(EnvironmentKind.PRODUCTION)
                ? EnvironmentKind.PRODUCTION
                : byKind.keySet().iterator().next();
        components.addAll(
                kind == EnvironmentKind.PRODUCTION
                        ? byKind.getOrDefault(kind, Set.of())
                        : byKind.values().stream().flatMap(Set::stream).toList());
        if (components.isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError("/components", "name a component or a system"));
        }
        var affected = Objects.requireNonNullElse(report.affectedTenants(), Set.<UUID>of());
        var customers = new HashSet<>(affected);
        if (report.ofTenant() != null) {
            customers.add(report.ofTenant());
        }
        if (!customers.stream().allMatch(tenant -> facts.serves(provider, tenant))) {
            errors.add(new FieldError(
                    report.ofTenant() == null ? "/affectedTenants" : "/ofTenant", "names no customer of the vendor"));
        }
        var startedAt = OutageTimes.second(Objects.requireNonNullElse(report.startedAt(), context.occurredAt()));
        if (startedAt.isAfter(context.occurredAt())) {
            errors.add(new FieldError("/startedAt", "lies in the future"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidFields(errors);
        }
        return handler.handle(
                stream,
                context,
                new StartOutage(
                        stream.id(),
                        provider,
                        reference,
                        components,
                        new TreeSet<>(systems),
                        kind,
                        report.ofTenant(),
                        affected,
                        startedAt,
                        report.errorMessage(),
                        report.expectedRecoveryAt(),
                        report.nextUpdateAt(),
                        Objects.requireNonNullElse(report.incidents(), Set.of()),
                        context.actor().id(),
                        context.occurredAt()));
    }

    public CommandResult<OutageEvent> handle(CommandContext context, OutageCommand command) {
        return handler.handle(OutageEventTypes.outage(command.outageId()), context, command);
    }

    /**
     * Says that an outage is over. Where that makes a closed month better it is a correction of its times, which a second person decides.
     *
     * @param endedAt null: now
     */
    public CommandResult<OutageEvent> end(
            CommandContext context,
            UUID outage,
            UUID proposal,
            @Nullable Instant endedAt,
            @Nullable String message,
            @Nullable String reason) {
        return handle(
                context,
                new EndOutage(
                        outage,
                        OutageTimes.second(Objects.requireNonNullElse(endedAt, context.occurredAt())),
                        message,
                        reason,
                        proposal,
                        closedMonths.downtime(outage),
                        context.actor().id(),
                        context.occurredAt()));
    }

    /** Changes figures: at once, or, when a month was closed with the outage, as a proposal for a second person. */
    public CommandResult<OutageEvent> change(
            CommandContext context,
            String provider,
            UUID outage,
            UUID proposal,
            ProposedChange change,
            @Nullable String reason) {
        var times = facts.times(provider, outage).orElseThrow(ProblemException::notFound);
        var at = context.occurredAt();
        var agreed = change.exclusion() == null
                || vendors.of(provider)
                        .filter(change.exclusion().reason()::agreedIn)
                        .isPresent();
        return handle(
                context,
                new ChangeOutage(
                        outage,
                        proposal,
                        change,
                        touchesClosedMonth(provider, times, change.times(), at),
                        agreed,
                        reason,
                        context.actor().id(),
                        at));
    }

    private boolean touchesClosedMonth(String provider, Times times, @Nullable OutageTimes corrected, Instant at) {
        return closedMonths.touched(provider, times.startedAt(), Objects.requireNonNullElse(times.endedAt(), at))
                || (corrected != null
                        && closedMonths.touched(
                                provider, corrected.startedAt(), Objects.requireNonNullElse(corrected.endedAt(), at)));
    }
}
