package nl.waarborg.eventsourcing.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import nl.waarborg.eventsourcing.DeadlinePoller;
import nl.waarborg.eventsourcing.EventStoreException;
import nl.waarborg.eventsourcing.erasure.Erasures;
import nl.waarborg.eventsourcing.inbound.InboundEvents;
import nl.waarborg.eventsourcing.relay.Relay;
import nl.waarborg.eventsourcing.web.LiveEvents;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * How relay, inbound events and deadlines do, at {@code /q/health} and {@code /q/metrics}. None of them makes a replica unready: with the
 * broker away the service still takes commands; only its database it cannot do without, and that has a check of its own.
 */
@Readiness
@Singleton
class Health implements HealthCheck {

    /** A deadline that is late by less is on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final Relay relay;
    private final InboundEvents inbound;

    Health(Relay relay, InboundEvents inbound) {
        this.relay = relay;
        this.inbound = inbound;
    }

    @Override
    public HealthCheckResponse call() {
        var status = relay.status();
        var response = HealthCheckResponse.named("events")
                .up()
                .withData("relay", status.role().name())
                .withData("relayLagSeconds", Long.toString(status.lag().toSeconds()))
                .withData("inboundLagSeconds", Long.toString(inbound.lag().toSeconds()));
        if (status.trouble() != null) {
            response.withData("relayTrouble", status.trouble());
        }
        inbound.troubles().forEach((consumer, trouble) -> response.withData("trouble " + consumer, trouble));
        return response.build();
    }

    void gauges(
            @Observes StartupEvent event,
            MeterRegistry metrics,
            DeadlinePoller deadlines,
            LiveEvents live,
            Erasures erasures) {
        metrics.gauge("waarborg.stream.watchers", live, LiveEvents::watching);
        metrics.gauge("waarborg.relay.lag.seconds", relay, r -> r.status().lag().toMillis() / 1e3);
        metrics.gauge("waarborg.relay.published", relay, r -> r.status().published());
        metrics.gauge("waarborg.erasures.failing", erasures, Erasures::failing);
        metrics.gauge("waarborg.deadlines.overdue", deadlines, Health::overdue);
    }

    private static double overdue(DeadlinePoller deadlines) {
        try {
            return deadlines.overdue(ON_ITS_WAY);
        } catch (EventStoreException e) {
            return Double.NaN;
        }
    }
}
