package nl.waarborg.processoragreement.securitytest.domain;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand.NoticeOverdueSecurityTest;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand.PublishSecurityTestResult;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand.RecordSecurityTest;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestOverdue;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestOverdueWithdrawn;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestRecorded;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestResultPublished;

/** The software is attacked, by an external party every so often, and the result is published (XSV-047). */
public final class SecurityTestDecider implements Decider<SecurityTestCommand, SecurityTests, SecurityTestEvent> {

    private static final String RULE = "XSV-047";

    @Override
    public SecurityTests initialState() {
        return new SecurityTests(Map.of(), null, null);
    }

    @Override
    public Decision<SecurityTestEvent> decide(SecurityTestCommand command, SecurityTests tests) {
        return switch (command) {
            case RecordSecurityTest c -> record(c, tests);
            case PublishSecurityTestResult c -> publish(c, tests);
            case NoticeOverdueSecurityTest c ->
                c.dueOn().equals(tests.dueOn()) && tests.missed() == null
                        ? Decision.of(new SecurityTestOverdue(c.provider(), c.dueOn()))
                        : Decision.nothing();
        };
    }

    private static Decision<SecurityTestEvent> record(RecordSecurityTest c, SecurityTests tests) {
        if (tests.results().containsKey(c.testId())) {
            return Decision.nothing();
        }
        if (c.testedOn().isAfter(c.today())) {
            return Decision.reject(RULE, "not-tested-yet", "A test is recorded when it was held.");
        }
        if (c.kind() == TestKind.PENETRATION && c.externalParty() == null) {
            return Decision.reject(RULE, "external-party-needed", "A penetration test is done by an external party.");
        }
        var due = tests.dueOn();
        var next = c.kind() == TestKind.PENETRATION && c.every() != null
                ? c.testedOn().plus(c.every())
                : null;
        var moves = next != null && (due == null || next.isAfter(due));
        var events = new ArrayList<SecurityTestEvent>();
        events.add(new SecurityTestRecorded(
                c.testId(),
                c.provider(),
                c.kind(),
                c.externalParty(),
                c.version(),
                c.testedOn(),
                moves ? next : null,
                c.at()));
        var missed = tests.missed();
        if (moves && missed != null && !c.testedOn().isAfter(missed)) {
            events.add(new SecurityTestOverdueWithdrawn(c.provider(), missed));
        }
        return Decision.of(events);
    }

    private static Decision<SecurityTestEvent> publish(PublishSecurityTestResult c, SecurityTests tests) {
        var published = tests.results().get(c.testId());
        if (published == null) {
            return Decision.reject(RULE, "no-such-test", "There is no such test.");
        }
        return published.equals(Optional.of(c.url()))
                ? Decision.nothing()
                : Decision.of(new SecurityTestResultPublished(c.testId(), c.provider(), c.url(), c.at()));
    }

    @Override
    public SecurityTests evolve(SecurityTests tests, SecurityTestEvent event) {
        return switch (event) {
            case SecurityTestRecorded e -> {
                var known = tests.with(e.testId(), null);
                yield e.nextDueOn() == null ? known : known.due(e.nextDueOn());
            }
            case SecurityTestResultPublished e -> tests.with(e.testId(), e.url());
            case SecurityTestOverdue e -> tests.missed(e.dueOn());
            case SecurityTestOverdueWithdrawn _ -> tests.missed(null);
        };
    }
}
