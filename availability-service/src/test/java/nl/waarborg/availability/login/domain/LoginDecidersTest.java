package nl.waarborg.availability.login.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.availability.login.domain.LoginAnomalyCommand.DetectLoginAnomaly;
import nl.waarborg.availability.login.domain.LoginAnomalyCommand.InvestigateLoginAnomaly;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent.LoginAnomalyDetected;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent.LoginAnomalyInvestigated;
import nl.waarborg.availability.login.domain.MisuseCheckCommand.SignalMisuse;
import nl.waarborg.availability.login.domain.MisuseCheckEvent.MisuseChecked;
import nl.waarborg.availability.login.domain.MisuseCheckEvent.MisuseSignalled;
import nl.waarborg.availability.login.domain.UsualLogins.Direction;
import nl.waarborg.availability.login.domain.UsualLogins.Norm;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class LoginDecidersTest {

    private static final UUID ANOMALY = UUID.fromString("01900000-0000-7000-8000-0000000000a0");
    private static final UUID OFFICER = UUID.fromString("01900000-0000-7000-8000-0000000000b0");
    private static final UUID BREACH = UUID.fromString("01900000-0000-7000-8000-0000000000c0");
    private static final Instant HOUR = Instant.parse("2026-03-05T08:00:00Z");
    private static final Norm NORM = new Norm(3, new BigDecimal("3"), 20);

    private final DeciderSpecification<LoginAnomalyCommand, LoginAnomaly, LoginAnomalyEvent> anomaly =
            new DeciderSpecification<>(new LoginAnomalyDecider());
    private final DeciderSpecification<MisuseCheckCommand, MisuseCheck, MisuseCheckEvent> check =
            new DeciderSpecification<>(new MisuseCheckDecider());

    private static Optional<Direction> judged(long now, Long... earlier) {
        return new UsualLogins(List.of(earlier)).judge(now, NORM);
    }

    @Rule("AVL-030")
    @Test
    void more_than_the_factor_times_the_median_is_high_and_less_than_that_part_is_low() {
        assertEquals(Optional.empty(), judged(300, 90L, 100L, 5000L));
        assertEquals(Optional.of(Direction.HIGH), judged(301, 90L, 100L, 5000L));
        assertEquals(Optional.empty(), judged(34, 90L, 100L, 5000L));
        assertEquals(Optional.of(Direction.LOW), judged(33, 90L, 100L, 5000L));
        assertEquals(new BigDecimal("95"), new UsualLogins(List.of(200L, 100L, 90L, 10L)).usual());
    }

    @Rule("AVL-030")
    @Test
    void without_enough_weeks_and_with_small_numbers_nothing_is_judged() {
        assertEquals(Optional.empty(), judged(10_000, 100L, 100L));
        assertEquals(Optional.empty(), judged(19, 0L, 0L, 0L));
        assertEquals(Optional.of(Direction.HIGH), judged(20, 0L, 0L, 0L));
        assertEquals(Optional.empty(), judged(0, 19L, 19L, 19L));
        assertEquals(Optional.of(Direction.LOW), judged(0, 20L, 20L, 20L));
    }

    @Rule("AVL-030")
    @Test
    void an_anomaly_is_detected_once_and_investigated_once() {
        var detect = new DetectLoginAnomaly(
                ANOMALY, HOUR, Direction.HIGH, LoginSubject.ADDRESS, "a1", 900, BigDecimal.TEN, 4, HOUR);
        var detected = new LoginAnomalyDetected(
                ANOMALY, HOUR, Direction.HIGH, LoginSubject.ADDRESS, "a1", 900, BigDecimal.TEN, 4, HOUR);
        var investigate = new InvestigateLoginAnomaly(ANOMALY, "guessing", BREACH, OFFICER, HOUR);
        var investigated = new LoginAnomalyInvestigated(
                ANOMALY, HOUR, Direction.HIGH, LoginSubject.ADDRESS, "guessing", BREACH, OFFICER, HOUR);
        anomaly.given().when(detect).then(detected);
        anomaly.given(detected).when(detect).thenNothing();
        anomaly.given(detected).when(investigate).then(investigated);
        anomaly.given().when(investigate).thenRejected("AVL-030");
        anomaly.given(detected, investigated).when(investigate).thenRejected("AVL-030");
    }

    @Rule("AVL-031")
    @Test
    void every_day_is_checked_once_also_when_nothing_is_found() {
        var day = LocalDate.of(2026, 3, 5);
        var suspect = new LoginCount(LoginSubject.ADDRESS, "a1", 900, 880);
        assertTrue(suspect.looksLikeMisuse(50, 80));
        assertFalse(new LoginCount(LoginSubject.ADDRESS, "a1", 60, 49).looksLikeMisuse(50, 80));
        assertFalse(new LoginCount(LoginSubject.ACCOUNT, "a1", 1000, 799).looksLikeMisuse(50, 80));

        var found = new MisuseChecked(day, 1000, 900, 1, HOUR);
        check.given()
                .when(new SignalMisuse(day, 1000, 900, List.of(suspect), HOUR))
                .then(found, new MisuseSignalled(day, LoginSubject.ADDRESS, "a1", 900, 880, HOUR));
        check.given().when(new SignalMisuse(day, 10, 0, List.of(), HOUR)).then(new MisuseChecked(day, 10, 0, 0, HOUR));
        check.given(found)
                .when(new SignalMisuse(day, 2000, 1900, List.of(suspect), HOUR))
                .thenNothing();
    }
}
