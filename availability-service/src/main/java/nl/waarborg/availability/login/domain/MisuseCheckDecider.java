package nl.waarborg.availability.login.domain;

import nl.waarborg.availability.login.domain.MisuseCheckCommand.SignalMisuse;
import nl.waarborg.availability.login.domain.MisuseCheckEvent.MisuseChecked;
import nl.waarborg.availability.login.domain.MisuseCheckEvent.MisuseSignalled;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** AVL-031: every day is checked, and the report says so also when nothing was found. */
public final class MisuseCheckDecider implements Decider<MisuseCheckCommand, MisuseCheck, MisuseCheckEvent> {

    @Override
    public MisuseCheck initialState() {
        return new MisuseCheck(false);
    }

    @Override
    public Decision<MisuseCheckEvent> decide(MisuseCheckCommand command, MisuseCheck check) {
        return switch (command) {
            case SignalMisuse _ when check.checked() -> Decision.nothing();
            case SignalMisuse c ->
                Decision.<MisuseCheckEvent>of(new MisuseChecked(
                                c.day(), c.attempts(), c.failed(), c.suspects().size(), c.at()))
                        .and(c.suspects().stream()
                                .map(suspect -> new MisuseSignalled(
                                        c.day(),
                                        suspect.subject(),
                                        suspect.pseudonym(),
                                        suspect.attempts(),
                                        suspect.failed(),
                                        c.at()))
                                .toList());
        };
    }

    @Override
    public MisuseCheck evolve(MisuseCheck check, MisuseCheckEvent event) {
        return switch (event) {
            case MisuseChecked _ -> new MisuseCheck(true);
            case MisuseSignalled _ -> check;
        };
    }
}
