package nl.waarborg.eventsourcing.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Every setting {@code waarborg.*} of the library, each with the default that the design gives. Beside them it reads
 * {@code kafka.bootstrap.servers} and the two datasources: the default one (reader role) and {@code writer}.
 */
public final class Settings {

    private Settings() {}

    /** {@code waarborg.relay.*}: from the write-ahead log to the service's topic. */
    @ConfigMapping(prefix = "waarborg.relay")
    public interface Relay {

        @WithDefault("true")
        boolean enabled();

        /** How long the engine sleeps on an idle log; 1 ms costs half a core, 500 ms costs the latency. */
        @WithDefault("PT0.005S")
        Duration pollInterval();

        /** How often a stand-by tries to take over, and who leads looks whether it still does and writes the evidence's leaves. */
        @WithDefault("PT0.5S")
        Duration standbyInterval();

        @WithDefault("12")
        int partitions();

        /** -1: what the broker says. */
        @WithDefault("-1")
        short replicationFactor();

        /** How long a failed attempt waits, and how often the topic is looked at to see whether it is still the same. */
        @WithDefault("PT1S")
        Duration retryInterval();

        /** How often the evidence is signed while events come. */
        @WithDefault("PT10S")
        Duration checkpointInterval();
    }

    /** {@code waarborg.inbound.*}: other services' topics and {@code <service>.inbound}. */
    @ConfigMapping(prefix = "waarborg.inbound")
    public interface Inbound {

        @WithDefault("true")
        boolean enabled();

        /** Records applied in one transaction, at most. */
        @WithDefault("500")
        int batch();

        /** Bytes of such records, at most, that a batch be no larger than the heap; a larger record goes alone. */
        @WithDefault("2097152")
        int batchBytes();

        /** Attempts at an automation's command before its event is parked. */
        @WithDefault("5")
        int attempts();

        /** After this long without a sign of life a replica's partitions go to the others; brokers allow no less than 6 s. */
        @WithDefault("PT6S")
        Duration sessionTimeout();

        /** How long {@code <service>.inbound} keeps events; personal data may be in them. */
        @WithDefault("P7D")
        Duration retention();

        /** How long a failed attempt waits before the next one. */
        @WithDefault("PT1S")
        Duration retryInterval();
    }

    /** {@code waarborg.events.*}: events that other systems post. */
    @ConfigMapping(prefix = "waarborg.events")
    public interface Events {

        /** How far an event's time may lie ahead of our clock. */
        @WithDefault("PT5M")
        Duration futureTolerance();

        @WithDefault("1000")
        int maxBatch();

        /** Streams of one batch that are handled at the same time; the group commit makes one transaction of them. */
        @WithDefault("64")
        int parallel();
    }

    /** {@code waarborg.deadlines.*}: the poller of what is due. */
    @ConfigMapping(prefix = "waarborg.deadlines")
    public interface Deadlines {

        @WithDefault("true")
        boolean enabled();

        @WithDefault("PT0.5S")
        Duration interval();
    }

    /** {@code waarborg.erasure.*}: making tenants' personal data unreadable. */
    @ConfigMapping(prefix = "waarborg.erasure")
    public interface Erasure {

        @WithDefault("true")
        boolean enabled();

        /** How often it is looked whether an erasure waits. */
        @WithDefault("PT2S")
        Duration interval();

        /** When it is tried again after something could still be read, such as posted events that have not expired. */
        @WithDefault("PT1H")
        Duration lookAgain();
    }

    /** {@code waarborg.web.*}. */
    @ConfigMapping(prefix = "waarborg.web")
    public interface Web {

        /** By this value of claim {@code amr} (RFC 8176) the login portal says that a person showed a second factor (XSV-046). */
        @WithDefault("mfa")
        String secondFactor();

        /** The largest body taken, in bytes: 1 MiB. */
        @WithDefault("1048576")
        int maxBody();

        /** Requests that one client may do in {@link #ratePeriod()}, per replica. */
        @WithDefault("2000")
        int rateLimit();

        @WithDefault("PT10S")
        Duration ratePeriod();

        /** Refusals that go to the audit table per second and replica; those beyond it are counted only. */
        @WithDefault("20")
        int refusalsPerSecond();

        /** Clients of {@code GET /api/v1/stream} per replica. */
        @WithDefault("200")
        int maxStreams();

        /** The longest silence of {@code GET /api/v1/stream}: a comment keeps proxies from closing it. */
        @WithDefault("PT15S")
        Duration heartbeat();
    }
}
