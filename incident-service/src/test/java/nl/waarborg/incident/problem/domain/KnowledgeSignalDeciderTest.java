package nl.waarborg.incident.problem.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.incident.problem.domain.KnowledgeQuestions.AboveNorm;
import nl.waarborg.incident.problem.domain.KnowledgeSignalCommand.AgreeReductionPlan;
import nl.waarborg.incident.problem.domain.KnowledgeSignalCommand.RaiseKnowledgeQuestionSignal;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent.KnowledgeQuestionSignalRaised;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent.ReductionPlanAgreed;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule("INC-047")
class KnowledgeSignalDeciderTest {

    private static final UUID BAKERY = new UUID(0, 1);
    private static final UUID BANK = new UUID(0, 2);
    private static final UUID SCHOOL = new UUID(0, 3);
    private static final UUID WITHOUT_USERS = new UUID(0, 4);
    private static final UUID AGENT = new UUID(0, 5);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Instant AT = Instant.parse("2026-06-30T04:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
    private static final LocalDate THROUGH = LocalDate.of(2026, 6, 29);

    private final DeciderSpecification<KnowledgeSignalCommand, KnowledgeSignal, KnowledgeSignalEvent> signal =
            new DeciderSpecification<>(new KnowledgeSignalDecider());

    private final AboveNorm bakery = new AboveNorm(BAKERY, 4, 10, new BigDecimal("40.00"), new BigDecimal("16.67"));
    private final KnowledgeQuestionSignalRaised raised = new KnowledgeQuestionSignalRaised(
            BAKERY, FROM, THROUGH, 4, 10, new BigDecimal("40.00"), new BigDecimal("16.67"), AT);
    private final ReductionPlanAgreed plan = new ReductionPlanAgreed("training of two users", AGENT, AT);

    @Test
    void the_number_is_set_against_the_users_and_the_mean_of_the_comparable_customers() {
        // Per 100 users: 40, 5 and 5; the bank asks most in number and least for its size.
        var figures = List.of(
                new KnowledgeQuestions(BAKERY, 4, 10),
                new KnowledgeQuestions(BANK, 50, 1000),
                new KnowledgeQuestions(SCHOOL, 5, 100),
                new KnowledgeQuestions(WITHOUT_USERS, 9, 0));
        assertEquals(List.of(bakery), KnowledgeQuestions.aboveNorm(figures, HUNDRED, BigDecimal.ONE));
        assertEquals(List.of(), KnowledgeQuestions.aboveNorm(figures, HUNDRED, new BigDecimal("2.5")));
    }

    @Test
    void customers_that_ask_alike_are_all_at_the_mean_and_none_is_above_it() {
        assertEquals(
                List.of(),
                KnowledgeQuestions.aboveNorm(
                        List.of(new KnowledgeQuestions(BAKERY, 3, 30), new KnowledgeQuestions(BANK, 30, 300)),
                        HUNDRED,
                        BigDecimal.ONE));
        assertEquals(List.of(), KnowledgeQuestions.aboveNorm(List.of(), HUNDRED, BigDecimal.ONE));
    }

    @Test
    void one_signal_is_open_at_a_time_and_a_plan_gets_a_whole_period() {
        var raise = new RaiseKnowledgeQuestionSignal(bakery, FROM, THROUGH, AT);
        signal.given().when(raise).then(raised);
        signal.given(raised).when(raise).thenNothing();
        signal.given(raised)
                .when(new AgreeReductionPlan("training of two users", AGENT, AT))
                .then(plan);
        signal.given(raised, plan)
                .when(new RaiseKnowledgeQuestionSignal(bakery, THROUGH, THROUGH.plusDays(90), AT))
                .thenNothing();
        signal.given(raised, plan)
                .when(new RaiseKnowledgeQuestionSignal(bakery, THROUGH.plusDays(1), THROUGH.plusDays(91), AT))
                .then(new KnowledgeQuestionSignalRaised(
                        BAKERY,
                        THROUGH.plusDays(1),
                        THROUGH.plusDays(91),
                        4,
                        10,
                        new BigDecimal("40.00"),
                        new BigDecimal("16.67"),
                        AT));
    }

    @Test
    void without_a_signal_there_is_nothing_to_agree() {
        signal.given().when(new AgreeReductionPlan("training", AGENT, AT)).thenRejected("INC-047");
    }
}
