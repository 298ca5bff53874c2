package nl.waarborg.availability.login.automation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import nl.waarborg.availability.login.domain.LoginCount;
import nl.waarborg.availability.login.domain.LoginSubject;
import nl.waarborg.availability.login.domain.MisuseCheck;
import nl.waarborg.availability.login.domain.MisuseCheckCommand;
import nl.waarborg.availability.login.domain.MisuseCheckCommand.SignalMisuse;
import nl.waarborg.availability.login.domain.MisuseCheckEvent;
import nl.waarborg.availability.login.projection.LoginFacts;
import nl.waarborg.availability.login.projection.LoginSchedule;
import nl.waarborg.availability.login.projection.LoginSettings;
import nl.waarborg.availability.login.storage.LoginEventTypes;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;

/** Checks the day before for accounts and addresses that look like misuse (AVL-031). */
@Singleton
public class DailyMisuseCheck implements DeadlineHandler {

    private final CommandHandler<MisuseCheckCommand, MisuseCheck, MisuseCheckEvent> checks;
    private final LoginFacts facts;
    private final LoginSettings settings;

    public DailyMisuseCheck(
            CommandHandler<MisuseCheckCommand, MisuseCheck, MisuseCheckEvent> checks,
            LoginFacts facts,
            LoginSettings settings) {
        this.checks = checks;
        this.facts = facts;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return LoginSchedule.CHECK;
    }

    @Override
    public void due(Deadline deadline) {
        var day = LocalDate.parse(deadline.key());
        var counts = facts.of(deadline.tenant(), day);
        var whole = counts.stream()
                .filter(count -> count.subject() == LoginSubject.TENANT)
                .findFirst()
                .orElse(new LoginCount(LoginSubject.TENANT, null, 0, 0));
        checks.handle(
                LoginEventTypes.misuse(deadline.tenant(), day),
                CommandContext.of(deadline.tenant(), Actor.SCHEDULER, deadline.due()),
                new SignalMisuse(
                        day,
                        whole.attempts(),
                        whole.failed(),
                        counts.stream()
                                .filter(count -> count.subject() != LoginSubject.TENANT)
                                .filter(count ->
                                        count.looksLikeMisuse(settings.misuseFailed(), settings.misusePercent()))
                                .toList(),
                        deadline.due()));
        facts.checked(deadline.tenant(), day);
    }
}
