package nl.waarborg.availability.patch.api;

import static nl.waarborg.availability.platform.Vendors.endingAfter;
import static nl.waarborg.availability.platform.Vendors.whole;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.maintenance.domain.MaintenanceTerms;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.month.projection.ClosedMonths;
import nl.waarborg.availability.patch.domain.Patch;
import nl.waarborg.availability.patch.domain.PatchCommand;
import nl.waarborg.availability.patch.domain.PatchCommand.InstallPatch;
import nl.waarborg.availability.patch.domain.PatchCommand.PublishPatchReleaseNotes;
import nl.waarborg.availability.patch.domain.PatchCommand.RecordPatchTest;
import nl.waarborg.availability.patch.domain.PatchEvent;
import nl.waarborg.availability.patch.storage.PatchEventTypes;
import nl.waarborg.availability.platform.Vendors;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.publishedcalendars.PublishedCalendars;
import org.jspecify.annotations.Nullable;

/** Makes and runs the commands, whoever brings them; times in whole seconds, with the vendor's terms as facts. */
@ApplicationScoped
public class Patches {

    private final CommandHandler<PatchCommand, Patch, PatchEvent> commands;
    private final Vendors vendors;
    private final PublishedCalendars calendars;
    private final ClosedMonths closedMonths;

    public Patches(
            CommandHandler<PatchCommand, Patch, PatchEvent> commands,
            Vendors vendors,
            PublishedCalendars calendars,
            ClosedMonths closedMonths) {
        this.commands = commands;
        this.vendors = vendors;
        this.calendars = calendars;
        this.closedMonths = closedMonths;
    }

    /**
     * @param tenant whose environment it is; null where it is shared
     * @param unavailableFrom null: as soon as it started
     */
    public record Installation(
            String provider,
            UUID patchId,
            UUID environmentId,
            @Nullable UUID tenant,
            Set<Component> components,
            Instant startedAt,
            Instant installedAt,
            @Nullable Instant unavailableFrom,
            int unavailableSeconds) {}

    public CommandResult<PatchEvent> test(
            CommandContext context, String provider, UUID patch, UUID testRun, boolean passed) {
        return run(provider, context, new RecordPatchTest(patch, provider, testRun, passed, context.occurredAt()));
    }

    public CommandResult<PatchEvent> notes(CommandContext context, String provider, UUID patch, String url) {
        return run(provider, context, new PublishPatchReleaseNotes(patch, provider, url, context.occurredAt()));
    }

    public CommandResult<PatchEvent> install(CommandContext context, Installation installed) {
        var tenant = installed.tenant();
        if (tenant != null) {
            vendors.customers(installed.provider(), Set.of(tenant));
        }
        var ended = endingAfter(installed.startedAt(), installed.installedAt(), "/installedAt");
        if (ended.isAfter(context.occurredAt())) {
            throw ProblemException.invalidField("/installedAt", "must not be after the event");
        }
        var terms = vendors.terms(installed.provider());
        return run(
                installed.provider(),
                context,
                new InstallPatch(
                        installed.patchId(),
                        installed.provider(),
                        installed.environmentId(),
                        tenant,
                        installed.components(),
                        whole(installed.startedAt()),
                        ended,
                        whole(Objects.requireNonNullElse(installed.unavailableFrom(), installed.startedAt())),
                        installed.unavailableSeconds(),
                        new MaintenanceTerms(terms, calendars.supportHours(terms, context.occurredAt())),
                        closedMonths.downtime(
                                installed.provider(),
                                installed.components(),
                                tenant == null ? Set.of() : Set.of(tenant),
                                new Interval(whole(installed.startedAt()), ended))));
    }

    private CommandResult<PatchEvent> run(String provider, CommandContext context, PatchCommand command) {
        return commands.handle(PatchEventTypes.stream(provider, command.patchId()), context, command);
    }
}
