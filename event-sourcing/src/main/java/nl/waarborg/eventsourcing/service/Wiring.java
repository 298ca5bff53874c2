package nl.waarborg.eventsourcing.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlinePoller;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.GivenAnswers;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.RowsOnce;
import nl.waarborg.eventsourcing.TenantKeyFiles;
import nl.waarborg.eventsourcing.TenantKeys;
import nl.waarborg.eventsourcing.erasure.Erasures;
import nl.waarborg.eventsourcing.erasure.TenantEraser;
import nl.waarborg.eventsourcing.erasure.domain.Erasure;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent;
import nl.waarborg.eventsourcing.evidence.EvidenceLog;
import nl.waarborg.eventsourcing.evidence.EvidenceVerification;
import nl.waarborg.eventsourcing.evidence.SigningKeyFile;
import nl.waarborg.eventsourcing.inbound.InboundEvents;
import nl.waarborg.eventsourcing.inbound.PostedEvents;
import nl.waarborg.eventsourcing.inbound.SourceCaughtUp;
import nl.waarborg.eventsourcing.relay.DebeziumRelay;
import nl.waarborg.eventsourcing.relay.PublishedEvents;
import nl.waarborg.eventsourcing.relay.Relay;
import nl.waarborg.eventsourcing.relay.RelayDatabase;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.settings.Topics;
import nl.waarborg.eventsourcing.web.LiveEvents;
import nl.waarborg.eventsourcing.web.StrictJson;
import nl.waarborg.eventsourcing.web.Tenants;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the library's parts from a {@link ServiceDefinition}, as beans that the service may inject. */
@Singleton
class Wiring {

    private static final Logger LOG = Logger.getLogger(Wiring.class);

    /** Tests put a clock of their own in its place. */
    @Produces
    @Singleton
    @DefaultBean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS)); // as precise as the database
    }

    @Produces
    @Singleton
    Topics topics(ServiceDefinition service) {
        return new Topics(service.name());
    }

    /**
     * @param keyFile Base64 of the 32 bytes that wrap the tenants' keys
     * @param previous files of those that wrapped them before, as long as a rotation goes on
     * @param directory where the wrapped keys lie, apart from the database and its backups; by default beside the key file
     */
    @Produces
    @Singleton
    TenantKeys tenantKeys(
            @ConfigProperty(name = "waarborg.key-encryption-key-file") Path keyFile,
            @ConfigProperty(name = "waarborg.previous-key-encryption-key-files") Optional<List<Path>> previous,
            @ConfigProperty(name = "waarborg.tenant-keys") Optional<Path> directory,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        var keys = TenantKeyFiles.in(
                directory.orElseGet(() -> keyFile.toAbsolutePath().resolveSibling("tenant-keys-" + application)),
                keyFile,
                previous.orElse(List.of()));
        if (previous.isPresent()) {
            LOG.infof(
                    "%d tenants' keys are wrapped by %s; the keys before it are no longer needed",
                    keys.rewrap(), keyFile);
        }
        return keys;
    }

    @Produces
    @Singleton
    PersonalData personalData(TenantKeys keys) {
        return new PersonalData(keys);
    }

    @Produces
    @Singleton
    GivenAnswers givenAnswers(@DataSource("writer") javax.sql.DataSource writer, PersonalData personal) {
        return new GivenAnswers(writer, personal);
    }

    @Produces
    @Singleton
    EventStore eventStore(
            @DataSource("writer") javax.sql.DataSource writer,
            TenantKeys keys,
            ServiceDefinition service,
            StoreMetrics metrics) {
        return new EventStore(writer, keys, service.eventTypes(), service.projections(), metrics);
    }

    void close(@Disposes EventStore store) {
        store.close();
    }

    /** A proxy stands before it, so that the service's definition may hold the handlers that are made from it. */
    @Produces
    @ApplicationScoped
    CommandHandlers commandHandlers(EventStore store) {
        return new CommandHandlers() {
            @Override
            public <C, S, E> CommandHandler<C, S, E> of(Decider<C, S, E> decider, EventTypes<E> types) {
                return store.handler(decider, types);
            }
        };
    }

    @Produces
    @Singleton
    PostedEvents postedEvents(
            ServiceDefinition service,
            StrictJson json,
            InstantSource clock,
            Settings.Events settings,
            @DataSource("writer") javax.sql.DataSource writer) {
        var types = new ArrayList<>(service.postedTypes());
        types.add(SourceCaughtUp.of(service.name(), writer));
        return new PostedEvents(types, service.postedRows(), new RowsOnce(writer), json, clock, settings);
    }

    @Produces
    @Singleton
    DeadlinePoller deadlinePoller(
            @DataSource("writer") javax.sql.DataSource writer,
            ServiceDefinition service,
            InstantSource clock,
            Settings.Deadlines settings) {
        var usual = DeadlinePoller.Settings.USUAL;
        return new DeadlinePoller(
                writer,
                service.deadlineHandlers(),
                clock,
                new DeadlinePoller.Settings(settings.interval(), usual.lease(), usual.firstRetry()));
    }

    @Produces
    @Singleton
    Kafka kafka(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        return new Kafka(Map.of("bootstrap.servers", servers));
    }

    @Produces
    @Singleton
    InboundEvents inboundEvents(
            ServiceDefinition service,
            PostedEvents posted,
            Tenants tenants,
            @DataSource("writer") javax.sql.DataSource writer,
            PersonalData personal,
            Kafka kafka,
            Topics topics,
            Settings.Inbound settings,
            Settings.Relay partitions,
            InstantSource clock,
            MeterRegistry metrics) {
        return new InboundEvents(
                service.subscriptions(),
                posted,
                tenants,
                writer,
                personal,
                kafka.connection(),
                topics,
                settings,
                partitions,
                clock,
                metrics);
    }

    @Produces
    @Singleton
    LiveEvents liveEvents(Kafka kafka, Topics topics, Settings.Web settings) {
        return new LiveEvents(kafka.connection(), topics.events(), settings.maxStreams(), settings.heartbeat());
    }

    void close(@Disposes LiveEvents events) {
        events.close();
    }

    /** The connection to the broker, as every client needs it. */
    record Kafka(Map<String, Object> connection) {}

    /**
     * @param keyFile the key that wraps the tenants' keys
     * @param signingKeyFile holds the key that signs checkpoints; made at its first use, by default beside the other
     */
    @Produces
    @Singleton
    EvidenceLog evidenceLog(
            @DataSource("writer") javax.sql.DataSource writer,
            EventStore store,
            Topics topics,
            InstantSource clock,
            @ConfigProperty(name = "waarborg.key-encryption-key-file") Path keyFile,
            @ConfigProperty(name = "waarborg.evidence.signing-key-file") Optional<Path> signingKeyFile) {
        var file = signingKeyFile.orElseGet(
                () -> keyFile.toAbsolutePath().resolveSibling("evidence-" + topics.service() + ".key"));
        return new EvidenceLog(writer, store, SigningKeyFile.in(file, "waarborg/" + topics.service()), clock);
    }

    @Produces
    @Singleton
    Erasures erasures(
            @DataSource("writer") javax.sql.DataSource writer,
            EventStore store,
            TenantKeys keys,
            Kafka kafka,
            Topics topics,
            CommandHandler<ErasureCommand, Erasure, ErasureEvent> commands,
            InstantSource clock,
            Settings.Erasure settings) {
        var eraser = new TenantEraser(writer, store, keys, kafka.connection(), topics);
        return new Erasures(writer, commands, eraser, clock, settings);
    }

    @Produces
    @Singleton
    EvidenceVerification evidenceVerification(EvidenceLog log, InstantSource clock) {
        return new EvidenceVerification(log, clock);
    }

    @Produces
    @Singleton
    Relay relay(
            EventStore store,
            EvidenceLog evidence,
            ServiceDefinition service,
            Topics topics,
            Kafka kafka,
            Settings.Relay settings,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.datasource.writer.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.writer.username") String user,
            @ConfigProperty(name = "quarkus.datasource.writer.password") String password) {
        return new DebeziumRelay(
                new RelayDatabase(url, user, password),
                new PublishedEvents(store, service.publication(), topics),
                evidence,
                kafka.connection(),
                topics.events(),
                settings,
                clock);
    }
}
