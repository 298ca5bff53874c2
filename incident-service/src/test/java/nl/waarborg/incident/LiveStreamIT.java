package nl.waarborg.incident;

import static nl.waarborg.incident.Customer.PATIENCE;
import static nl.waarborg.incident.Customer.as;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import org.junit.jupiter.api.Test;

/** The live stream, over a real connection and from a real topic. */
@QuarkusTest
@TestProfile(TightLimits.class)
class LiveStreamIT {

    @Test
    void each_watcher_sees_its_own_tenants_as_it_happens_and_nobody_elses() {
        var one = Customer.agreed();
        var other = Customer.agreed();
        try (var own = Watching.as(one.viewer(), null);
                var staff = Watching.as(one.staff(Role.OPERATOR), null);
                var strangers = Watching.as(Identity.of(Role.OPERATOR, "phocus", null), null)) {
            awaitServed(own, staff, strangers);
            var incident = one.raise("L-1");
            var foreign = other.raise("L-2");
            await().atMost(PATIENCE).until(() -> own.about(incident) > 0);
            await().atMost(PATIENCE).until(() -> staff.about(incident) > 0 && staff.about(foreign) > 0);
            assertEquals(0, own.about(foreign));
            assertTrue(
                    own.events().stream().anyMatch(event -> event.name().equals("nl.waarborg.incident.raised.v1")),
                    own.events().toString());
            assertEquals(List.of(), strangers.events());
        }
    }

    @Test
    void who_sees_a_part_of_the_incidents_only_may_not_watch_all_and_no_system_may() {
        var customer = Customer.agreed();
        var tenant = customer.tenant();
        for (var identity : List.of(
                Identity.of(Role.INCIDENT_SUBMITTER, "afas", tenant),
                Identity.of(Role.EMPLOYEE, "afas", tenant),
                Identity.eventProducer("afas", tenant, List.of("urn:tickets"), List.of("*"), false),
                Identity.eventProducer("afas", null, List.of("urn:tickets"), List.of("*"), false))) {
            as(identity)
                    .accept("text/event-stream, application/problem+json")
                    .get("/api/v1/stream")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void who_comes_back_with_its_position_misses_nothing_and_sees_nothing_twice() {
        var customer = Customer.agreed();
        try (var always = Watching.as(customer.viewer(), null)) {
            awaitServed(always);
            var seen = new ArrayList<Watching.Event>();
            String last;
            try (var first = Watching.as(customer.viewer(), null)) {
                awaitServed(first);
                var incident = customer.raise("L-10");
                await().atMost(PATIENCE).until(() -> first.about(incident) > 0);
                seen.addAll(first.events());
                last = seen.getLast().id();
            }
            var away = customer.raise("L-11");
            customer.act("handle", Map.of("number", "L-10", "solution", "Done"));
            await().atMost(PATIENCE).until(() -> always.about(away) > 0);
            try (var again = Watching.as(customer.viewer(), last)) {
                await().atMost(PATIENCE).until(() -> again.about(away) > 0);
                var back = customer.raise("L-12");
                await().atMost(PATIENCE).until(() -> again.about(back) > 0 && always.about(back) > 0);
                // What follows the report of the last incident comes to both.
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertEquals(
                                sorted(always.events()),
                                sorted(Stream.concat(seen.stream(), again.events().stream())
                                        .toList())));
            }
        }
    }

    @Test
    void a_silent_stream_is_kept_open_and_a_wrong_position_is_refused() {
        var customer = Customer.unknown("afas");
        try (var silent = Watching.as(customer.viewer(), null)) {
            await().atMost(PATIENCE).until(() -> silent.comments() >= 3);
            assertEquals(List.of(), silent.events());
        }
        as(customer.viewer())
                .accept("text/event-stream, application/problem+json")
                .header("Last-Event-ID", "yesterday")
                .get("/api/v1/stream")
                .then()
                .statusCode(400);
    }

    @Test
    void many_watchers_share_one_reader_of_the_topic() {
        var customer = Customer.agreed();
        var watchers = new ArrayList<Watching>();
        try {
            watchers.add(Watching.as(customer.viewer(), null));
            awaitServed(watchers.getFirst());
            var consumers = consumers();
            for (var more = 0; more < 30; more++) {
                watchers.add(Watching.as(customer.viewer(), null));
            }
            awaitServed(watchers.toArray(Watching[]::new));
            await().atMost(PATIENCE).until(() -> consumers() <= consumers);
            var incident = customer.raise("L-" + UUID.randomUUID());
            await().atMost(PATIENCE).until(() -> watchers.stream().allMatch(watcher -> watcher.about(incident) > 0));
            assertEquals(
                    1,
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().equals("live-events"))
                            .count());
        } finally {
            watchers.forEach(Watching::close);
        }
    }

    /** A heartbeat comes when a watcher has its position. */
    private static void awaitServed(Watching... watchers) {
        for (var watcher : watchers) {
            assertEquals(200, watcher.status());
            await().atMost(PATIENCE).until(() -> watcher.comments() > 0);
        }
    }

    private static List<String> sorted(List<Watching.Event> events) {
        return events.stream()
                .map(event -> event.name() + event.data())
                .sorted()
                .toList();
    }

    /** Kafka consumers of this JVM. */
    private static int consumers() {
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .queryNames(new ObjectName("kafka.consumer:type=consumer-metrics,client-id=*"), null)
                    .size();
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
