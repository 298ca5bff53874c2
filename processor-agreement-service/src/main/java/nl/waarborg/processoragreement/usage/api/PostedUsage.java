package nl.waarborg.processoragreement.usage.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.inbound.OfPlatform;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.processoragreement.usage.domain.Usage;
import nl.waarborg.processoragreement.usage.domain.UsageClass;
import nl.waarborg.processoragreement.usage.domain.UsageCommand;
import nl.waarborg.processoragreement.usage.domain.UsageCommand.RecordUsageStatistic;
import nl.waarborg.processoragreement.usage.domain.UsageEvent;
import nl.waarborg.terms.AgreedCalendars;

/** What the software counts; the event's tenant is the customer, or the platform for what is anonymous. */
@ApplicationScoped
public class PostedUsage {

    private final CommandHandler<UsageCommand, Usage, UsageEvent> commands;
    private final Tenants tenants;

    public PostedUsage(CommandHandler<UsageCommand, Usage, UsageEvent> commands, Tenants tenants) {
        this.commands = commands;
        this.tenants = tenants;
    }

    record RecordUsageStatisticV1(
            @NotBlank String provider,
            UsageClass usageClass,
            @Pattern(
                            regexp = "[a-z0-9]+([.-][a-z0-9]+){0,9}",
                            message = "must be words of small letters and digits, parted by dots or hyphens")
                    String function,
            LocalDate day,
            @PositiveOrZero @Max(1_000_000_000_000L) long count)
            implements OfPlatform {}

    public List<PostedType<?>> types() {
        return List.of(PostedType.ofSource(
                "nl.waarborg.processor-agreement.record-usage-statistic.v1",
                RecordUsageStatisticV1.class,
                (tenant, source, data) -> Usage.stream(tenant, source, data.provider(), data.function(), data.day()),
                this::record));
    }

    private CommandResult<?> record(StreamId stream, CommandContext context, RecordUsageStatisticV1 data) {
        var platform = context.tenant().equals(StreamId.PLATFORM);
        if (!platform && !tenants.provider(context.tenant()).equals(Optional.of(data.provider()))) {
            throw ProblemException.invalidField("/data/provider", "must be the vendor of the customer");
        }
        return commands.handle(
                stream,
                context,
                new RecordUsageStatistic(
                        data.usageClass(),
                        data.provider(),
                        data.function(),
                        data.day(),
                        data.count(),
                        !platform,
                        context.occurredAt().atZone(AgreedCalendars.ZONE).toLocalDate(),
                        context.occurredAt()));
    }
}
