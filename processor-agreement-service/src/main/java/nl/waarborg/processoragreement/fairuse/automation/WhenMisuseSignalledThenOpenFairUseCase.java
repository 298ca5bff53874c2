package nl.waarborg.processoragreement.fairuse.automation;

import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.inbound.Automation;
import nl.waarborg.processoragreement.fairuse.automation.MisuseNews.MisuseSignalled;
import nl.waarborg.processoragreement.fairuse.domain.FairUse;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Signal;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.OpenFairUseCase;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent;

/** What the daily check of logins signals about a customer is one case a day (XSV-045, AVL-031). */
public final class WhenMisuseSignalledThenOpenFairUseCase implements Automation<MisuseNews> {

    private final CommandHandler<FairUseCommand, FairUse, FairUseEvent> cases;

    public WhenMisuseSignalledThenOpenFairUseCase(CommandHandler<FairUseCommand, FairUse, FairUseEvent> cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "when-misuse-signalled-then-open-fair-use-case";
    }

    @Override
    public void react(RecordedEvent<MisuseNews> event, CommandContext context) {
        switch (event.event()) {
            case MisuseSignalled e ->
                cases.handle(
                        FairUse.stream(event.tenant()),
                        context.distinguishedBy(name()),
                        new OpenFairUseCase(
                                StreamId.natural(
                                                "fair-use-case",
                                                event.tenant(),
                                                e.day().toString())
                                        .id(),
                                Signal.ABUSE,
                                "Logins of " + e.day() + ": " + e.attempts() + " attempts, " + e.failed() + " failed",
                                e.signalledAt()));
        }
    }
}
