package nl.waarborg.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.waarborg.contracts.Contract;
import org.junit.jupiter.api.Test;

class PlatformHistoryTest {

    private static final Instant END = Instant.parse("2026-11-22T10:00:00Z");

    private final PlatformHistory history = new PlatformHistory("afas", END);

    @Test
    void every_event_of_the_year_keeps_its_contract() {
        var json = new ObjectMapper();
        for (var event : all("afas").toList()) {
            assertEquals(List.of(), Contract.of(event.type()).faults(json.valueToTree(event.data())), event.id());
        }
    }

    @Test
    void ids_are_never_twice_the_same_and_nothing_lies_ahead() {
        var ids = new HashSet<String>();
        all("afas").forEach(event -> {
            assertTrue(ids.add(event.id()), event.id());
            assertFalse(event.time().isAfter(END), event.id());
        });
    }

    @Test
    void the_same_end_makes_the_same_year() {
        assertEquals(all("afas").toList(), all("afas").toList());
        assertEquals(all("phocus").toList(), all("phocus").toList());
    }

    @Test
    void a_whole_year_is_looked_at_and_an_outage_is_seen() {
        var first = history.looks().getFirst().time();
        assertTrue(first.isBefore(END.minus(365, ChronoUnit.DAYS)), first.toString());

        var outage = history.outages().getFirst();
        assertTrue(outage.isDown("INSITE", outage.from()));
        assertFalse(outage.isDown("PROFIT", outage.from()));
        assertFalse(outage.isDown("INSITE", outage.to()));
        assertEquals(Duration.ofMinutes(24), Duration.between(outage.from(), outage.to()));
    }

    @Test
    void a_look_at_what_is_down_tells_the_error_and_maintenance_is_to_come_with_its_notice_kept() {
        var outage = history.outages().getFirst();
        var errors = history.looks().stream()
                .flatMap(day -> ((List<?>) day.data().get("samples")).stream())
                .map(Map.class::cast)
                .filter(sample -> sample.containsKey("error"))
                .toList();
        assertTrue(errors.stream().anyMatch(sample -> outage.error().equals(sample.get("error"))));
        assertTrue(errors.stream().allMatch(sample -> Boolean.FALSE.equals(sample.get("up"))));

        // The end is Sunday 22 November; nine days on it is Tuesday 1 December, and the day after that is too late for
        // it.
        var upcoming = history.happenings().getLast();
        assertEquals(END, upcoming.time());
        assertEquals("2026-12-08T21:00:00Z", upcoming.data().get("startsAt"));
        assertEquals("2026-12-09T01:00:00Z", upcoming.data().get("endsAt"));
    }

    private static Stream<PostedEvent> all(String provider) {
        var history = new PlatformHistory(provider, END);
        return Stream.of(history.happenings(), history.looks(), history.responseTimes())
                .flatMap(List::stream);
    }
}
