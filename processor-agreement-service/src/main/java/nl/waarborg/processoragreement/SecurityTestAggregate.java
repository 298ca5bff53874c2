package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.securitytest.automation.SecurityTestsFallDue;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestDecider;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTests;
import nl.waarborg.processoragreement.securitytest.projection.SecurityTestsProjection;
import nl.waarborg.processoragreement.securitytest.storage.SecurityTestEventTypes;

/** Security tests (XSV-047). Nothing of them leaves the service. */
@ApplicationScoped
class SecurityTestAggregate implements Aggregate {

    private final CommandHandler<SecurityTestCommand, SecurityTests, SecurityTestEvent> tests;

    SecurityTestAggregate(CommandHandler<SecurityTestCommand, SecurityTests, SecurityTestEvent> tests) {
        this.tests = tests;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<SecurityTestCommand, SecurityTests, SecurityTestEvent> tests(CommandHandlers handlers) {
        return handlers.of(new SecurityTestDecider(), SecurityTestEventTypes.SECURITY_TEST_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(SecurityTestEventTypes.SECURITY_TEST_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new SecurityTestsProjection());
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return SecurityTestsFallDue.handlers(tests);
    }
}
