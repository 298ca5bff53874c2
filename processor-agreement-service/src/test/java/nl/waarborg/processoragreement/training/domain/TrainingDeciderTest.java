package nl.waarborg.processoragreement.training.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.training.domain.Training.Course;
import nl.waarborg.processoragreement.training.domain.Training.Price;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.BookTraining;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.CancelL3;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.EndL3;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.SubscribeL3;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Cancelled;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Ended;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Subscribed;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.TrainingBooked;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingDeciderTest {

    private static final Terms AFAS = Terms.of(Preset.AFAS_SLA);
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
    private static final TrainingEvent L3 =
            new L3Subscribed(LocalDate.parse("2023-06-01"), LocalDate.parse("2026-05-31"));

    private final DeciderSpecification<TrainingCommand, Training, TrainingEvent> training =
            new DeciderSpecification<>(new TrainingDecider());

    @ParameterizedTest
    @CsvSource({
        "STARTER_COURSE, FREE, FREE",
        "KNOWLEDGE_SESSION, FREE, FREE",
        "PRO_TRAINING, IN_L3, ACTUAL_COST",
        "WEBINAR, IN_L3, ACTUAL_COST",
        "SEMINAR, IN_L3, ACTUAL_COST",
        "TRAINEESHIP, ACTUAL_COST, ACTUAL_COST",
        "POST_HBO, ACTUAL_COST, ACTUAL_COST",
        "OPTIMISATION_SESSION, ACTUAL_COST, ACTUAL_COST"
    })
    @Rule({"XSV-038", "XSV-040"})
    void each_course_has_its_price_with_l3_and_without(Course course, Price withL3, Price without) {
        assertEquals(withL3, booked(training.given(L3), course).price());
        assertEquals(without, booked(training.given(), course).price());
    }

    @Test
    @Rule("XSV-040")
    void trainees_reach_the_pro_trainings_from_three_months_before_until_half_a_year_after() {
        var trainee = booked(training.given(), Course.TRAINEESHIP);
        assertEquals(LocalDate.parse("2026-06-01"), trainee.accessFrom());
        assertEquals(LocalDate.parse("2027-05-20"), trainee.accessUntil());
        assertEquals(null, booked(training.given(), Course.PRO_TRAINING).accessFrom());
    }

    @Test
    @Rule("XSV-039")
    void l3_runs_three_years_at_least_and_is_cancelled_by_the_month() {
        training.given()
                .when(new SubscribeL3(LocalDate.parse("2023-06-01"), null, Period.ofYears(3)))
                .then(L3);
        // Received on 24 April for 1 May: within the minimum term, which ends on 31 May 2026.
        training.given(L3).when(cancel("2026-04-24T09:00:00Z")).thenRejected("XSV-039");
        // For 1 June it is received by Wednesday 27 May.
        training.given(L3)
                .when(cancel("2026-05-27T09:00:00Z"))
                .then(new L3Cancelled(Instant.parse("2026-05-27T09:00:00Z"), LocalDate.parse("2026-05-31")));
        training.given(L3).when(cancel("2026-05-28T09:00:00Z")).thenRejected("XSV-039");
        training.given().when(cancel("2026-05-27T09:00:00Z")).thenRejected("XSV-039");
    }

    @Test
    @Rule("XSV-039")
    void the_minimum_term_does_not_begin_before_the_day_of_subscribing() {
        var today = LocalDate.parse("2026-06-01");
        training.given()
                .when(new SubscribeL3(LocalDate.parse("2020-01-01"), today, Period.ofYears(3)))
                .thenRejected("XSV-039");
        training.given()
                .when(new SubscribeL3(today, today, Period.ofYears(3)))
                .then(new L3Subscribed(today, LocalDate.parse("2029-05-31")));
    }

    @Test
    @Rule("XSV-039")
    void l3_has_a_term_of_its_own_for_cancelling() {
        var otherwise = Terms.of(
                Preset.AFAS_SLA,
                Deviation.read(Map.of("licence.cancelBefore", "10 WORKING_DAYS", "l3.cancelBefore", "1 WORKING_DAY")));
        var receivedAt = Instant.parse("2026-05-28T09:00:00Z");
        training.given(L3)
                .when(new CancelL3(
                        receivedAt,
                        otherwise,
                        AgreedCalendars.of(otherwise).support().hours()))
                .then(new L3Cancelled(receivedAt, LocalDate.parse("2026-05-31")));
    }

    @Test
    @Rule("XSV-039")
    void l3_ends_after_its_last_day_and_with_the_agreement() {
        var cancelled = new L3Cancelled(NOW, LocalDate.parse("2026-06-30"));
        training.given(L3, cancelled)
                .when(new EndL3(LocalDate.parse("2026-06-30"), false))
                .then(new L3Ended(LocalDate.parse("2026-06-30")));
        training.given(L3, cancelled)
                .when(new EndL3(LocalDate.parse("2026-05-31"), false))
                .thenNothing();
        training.given(L3)
                .when(new EndL3(LocalDate.parse("2026-05-31"), true))
                .then(new L3Ended(LocalDate.parse("2026-05-31")));
        training.given().when(new EndL3(LocalDate.parse("2026-05-31"), true)).thenNothing();
    }

    private static CancelL3 cancel(String receivedAt) {
        return new CancelL3(
                Instant.parse(receivedAt),
                AFAS,
                AgreedCalendars.of(AFAS).support().hours());
    }

    private static TrainingBooked booked(
            DeciderSpecification<TrainingCommand, Training, TrainingEvent>.Given given, Course course) {
        return assertInstanceOf(
                TrainingBooked.class,
                given.when(new BookTraining(
                                new UUID(0, 1),
                                course,
                                "Course",
                                "J. Jansen",
                                LocalDate.parse("2026-09-01"),
                                LocalDate.parse("2026-11-20"),
                                Period.ofMonths(3),
                                Period.ofMonths(6),
                                NOW))
                        .events()
                        .getFirst());
    }
}
