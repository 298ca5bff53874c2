package nl.waarborg.processoragreement.securityincident.automation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.inbound.Automation;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.processoragreement.securityincident.BreachRegister;
import nl.waarborg.processoragreement.securityincident.BreachRegister.Report;
import nl.waarborg.processoragreement.securityincident.automation.LoginEvent.LoginAnomalyInvestigated;
import nl.waarborg.processoragreement.securityincident.domain.IncidentOrigin;
import nl.waarborg.processoragreement.securityincident.domain.IncidentType;

/**
 * Registers what an investigation of logins found to be a security incident, under the id that the investigation gave it (catalogue 6).
 * What was found before under that id, by a person or of another customer, stays as it is; the customer is affected by it too.
 */
@ApplicationScoped
public class WhenLoginAnomalyIsAnIncidentThenRegister implements Automation<LoginEvent> {

    private final BreachRegister register;
    private final Tenants tenants;

    public WhenLoginAnomalyIsAnIncidentThenRegister(BreachRegister register, Tenants tenants) {
        this.register = register;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "when-login-anomaly-is-an-incident-then-register";
    }

    @Override
    public void react(RecordedEvent<LoginEvent> recorded, CommandContext context) {
        var tenant = recorded.tenant();
        if (recorded.event() instanceof LoginAnomalyInvestigated e) {
            var incident = e.securityIncidentId();
            if (incident == null) {
                return;
            }
            tenants.provider(tenant)
                    .ifPresent(provider -> register.registerOrAffect(
                            ofPlatform(context),
                            new Report(
                                    incident,
                                    provider,
                                    IncidentType.SECURITY,
                                    IncidentOrigin.OWN,
                                    null,
                                    e.investigatedAt(),
                                    null,
                                    e.hour(),
                                    List.of(tenant),
                                    List.of(),
                                    "Abnormal logins (" + e.subject() + ") in the hour from " + e.hour() + ", anomaly "
                                            + e.anomalyId())));
        }
    }

    private static CommandContext ofPlatform(CommandContext context) {
        return new CommandContext(
                StreamId.PLATFORM,
                context.actor(),
                context.occurredAt(),
                context.historic(),
                null,
                context.correlation(),
                context.causation(),
                context.traceparent(),
                context.origin(),
                null);
    }
}
