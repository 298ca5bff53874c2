package nl.waarborg.availability.status;

import static io.restassured.RestAssured.given;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent;
import nl.waarborg.availability.maintenance.storage.MaintenanceEventTypes;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageStarted;
import nl.waarborg.availability.outage.storage.OutageEventTypes;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.availability.system.domain.MonitoredSystem;
import nl.waarborg.availability.system.domain.MonitoredSystemCommand;
import nl.waarborg.availability.system.domain.MonitoredSystemCommand.RegisterMonitoredSystem;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent;
import nl.waarborg.availability.system.domain.ResponsibleParty;
import nl.waarborg.availability.system.domain.ServiceWindow;
import nl.waarborg.availability.system.storage.SystemEventTypes;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import org.jspecify.annotations.Nullable;

/** Puts events of outages and maintenance into the real store, whatever their own rules say: the page shows what was stored. */
@ApplicationScoped
class Told {

    private static final String SOURCE = "urn:test:monitor";

    private final CommandHandler<OutageEvent, Integer, OutageEvent> outages;
    private final CommandHandler<MaintenanceEvent, Integer, MaintenanceEvent> maintenance;

    private final CommandHandler<MonitoredSystemCommand, MonitoredSystem, MonitoredSystemEvent> systems;

    Told(
            CommandHandlers handlers,
            CommandHandler<MonitoredSystemCommand, MonitoredSystem, MonitoredSystemEvent> systems) {
        this.systems = systems;
        outages = handlers.of(new AsTold<>(), OutageEventTypes.OUTAGE_EVENTS);
        maintenance = handlers.of(new AsTold<>(), MaintenanceEventTypes.MAINTENANCE_EVENTS);
    }

    private record AsTold<E>() implements Decider<E, Integer, E> {

        @Override
        public Integer initialState() {
            return 0;
        }

        @Override
        public Decision<E> decide(E event, Integer count) {
            return Decision.of(List.of(event));
        }

        @Override
        public Integer evolve(Integer count, E event) {
            return count + 1;
        }
    }

    void outage(OutageEvent event, Instant at) {
        outages.handle(
                OutageEventTypes.outage(event.outageId()),
                CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, at),
                event);
    }

    void maintenance(MaintenanceEvent event, Instant at) {
        maintenance.handle(
                new StreamId(MaintenanceEventTypes.MAINTENANCE_EVENTS.category(), event.maintenanceId()),
                CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, at),
                event);
    }

    /** A system of production, and a monitor that found it up every hour of a period. */
    void measured(String provider, Component component, Instant from, Instant to) {
        var system = "system-" + UUID.randomUUID();
        var now = Instant.now();
        systems.handle(
                SystemEventTypes.system(provider, system),
                CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, now),
                new RegisterMonitoredSystem(
                        provider,
                        system,
                        system,
                        component,
                        EnvironmentKind.PRODUCTION,
                        ResponsibleParty.VENDOR,
                        ServiceWindow.ALWAYS,
                        null,
                        now));
        var samples = Stream.iterate(from, at -> at.isBefore(to), at -> at.plus(1, ChronoUnit.HOURS))
                .map(at -> Map.of("system", system, "at", at.toString(), "up", true))
                .toList();
        given().auth()
                .oauth2(ServiceSurroundings.token(Identity.eventProducer(
                        provider, null, List.of(SOURCE), List.of("nl.waarborg.availability.*"), true)))
                .contentType("application/cloudevents+json")
                .body(Map.ofEntries(
                        Map.entry("specversion", "1.0"),
                        Map.entry("id", UUID.randomUUID().toString()),
                        Map.entry("source", SOURCE),
                        Map.entry("type", "nl.waarborg.availability.record-samples.v1"),
                        Map.entry("time", to.toString()),
                        Map.entry("tenantid", StreamId.PLATFORM),
                        Map.entry("datacontenttype", "application/json"),
                        Map.entry("historic", true),
                        Map.entry("data", Map.of("provider", provider, "probe", "probe", "samples", samples))))
                .post("/api/v1/events")
                .then()
                .statusCode(201);
    }

    static OutageStarted started(
            UUID outage,
            String provider,
            Instant at,
            String error,
            @Nullable Instant expected,
            Component... components) {
        return started(outage, provider, at, error, expected, EnvironmentKind.PRODUCTION, null, Set.of(), components);
    }

    static OutageStarted started(
            UUID outage,
            String provider,
            Instant at,
            String error,
            @Nullable Instant expected,
            EnvironmentKind environment,
            @Nullable UUID ofTenant,
            Set<UUID> affected,
            Component... components) {
        return new OutageStarted(
                outage,
                provider,
                null,
                Set.of(components),
                Set.of(),
                environment,
                ofTenant,
                affected,
                at,
                error,
                expected,
                null,
                Set.of(),
                null,
                at);
    }
}
