package nl.waarborg.availability.outage.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.outage.domain.OutageCommand.ApproveOutageChange;
import nl.waarborg.availability.outage.domain.OutageCommand.ChangeOutage;
import nl.waarborg.availability.outage.domain.OutageCommand.DeclineOutageChange;
import nl.waarborg.availability.outage.domain.OutageCommand.EndOutage;
import nl.waarborg.availability.outage.domain.OutageCommand.StartOutage;
import nl.waarborg.availability.outage.domain.OutageCommand.UpdateOutage;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExcluded;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExclusionWithdrawn;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeDeclined;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeProposed;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageClassified;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageEnded;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageStarted;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageTimesCorrected;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageUpdated;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.availability.system.domain.ResponsibleParty;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutageDeciderTest {

    private static final UUID OUTAGE = new UUID(0, 1);
    private static final UUID PROPOSAL = new UUID(0, 2);
    private static final UUID ANNA = new UUID(0, 3);
    private static final UUID BEN = new UUID(0, 4);
    private static final UUID TENANT = new UUID(0, 5);
    private static final UUID LINE = new UUID(0, 6);
    private static final Instant BEGIN = Instant.parse("2026-03-10T08:00:00Z");
    private static final Instant END = Instant.parse("2026-03-10T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-10T11:00:00Z");

    private final DeciderSpecification<OutageCommand, Outage, OutageEvent> outage =
            new DeciderSpecification<>(new OutageDecider());

    private final OutageStarted started = new OutageStarted(
            OUTAGE,
            "afas",
            "probe-1",
            Set.of(Component.PROFIT),
            Set.of(),
            EnvironmentKind.PRODUCTION,
            null,
            Set.of(),
            BEGIN,
            "No answer",
            END,
            null,
            Set.of(),
            null,
            BEGIN);
    private final OutageEnded ended = new OutageEnded(OUTAGE, END, null, ANNA, END);

    private static StartOutage start(Instant startedAt, @Nullable Instant recovery) {
        return new StartOutage(
                OUTAGE,
                "afas",
                "probe-1",
                Set.of(Component.PROFIT),
                Set.of(),
                EnvironmentKind.PRODUCTION,
                null,
                Set.of(),
                startedAt,
                "No answer",
                recovery,
                null,
                Set.of(),
                null,
                BEGIN);
    }

    private static Exclusion line(UUID id, Instant from, Instant to, ExclusionReason reason, @Nullable UUID tenant) {
        return new Exclusion(id, from, to, reason, tenant, "AFAS §2.3.1", "as announced");
    }

    private static ChangeOutage change(ProposedChange change, boolean closed, @Nullable String reason, UUID by) {
        return new ChangeOutage(OUTAGE, PROPOSAL, change, closed, true, reason, by, LATER);
    }

    private static EndOutage end(Instant endedAt, Instant at) {
        return end(endedAt, null, FrozenDowntime.NONE, ANNA, at);
    }

    private static EndOutage end(
            Instant endedAt, @Nullable String reason, FrozenDowntime frozen, @Nullable UUID by, Instant at) {
        return new EndOutage(OUTAGE, endedAt, null, reason, PROPOSAL, frozen, by, at);
    }

    @Rule("AVL-009")
    @Test
    void an_end_that_makes_a_closed_month_better_corrects_its_times_with_a_reason_and_a_second_person() {
        var frozen = new FrozenDowntime(List.of(new Interval(BEGIN, LATER)));
        outage.given(started).when(end(END, null, frozen, ANNA, LATER)).thenRejected("AVL-009");
        outage.given(started)
                .when(end(END, "The log says so", frozen, null, LATER))
                .thenRejected("AVL-009");
        var times = new OutageTimes(BEGIN, END);
        var proposed = new OutageChangeProposed(
                OUTAGE, PROPOSAL, ProposedChange.correct(times), "The log says so", ANNA, LATER);
        outage.given(started)
                .when(end(END, "The log says so", frozen, ANNA, LATER))
                .then(proposed);
        outage.given(started, proposed)
                .when(new ApproveOutageChange(OUTAGE, PROPOSAL, ANNA, LATER))
                .thenRejected("AVL-009");
        outage.given(started, proposed)
                .when(new ApproveOutageChange(OUTAGE, PROPOSAL, BEN, LATER))
                .then(new OutageTimesCorrected(OUTAGE, times, "The log says so", ANNA, BEN, LATER));
        // What closed months count to its end stays.
        outage.given(started)
                .when(end(END, null, new FrozenDowntime(List.of(new Interval(BEGIN, END))), ANNA, END))
                .then(ended);
    }

    @Rule("AVL-025")
    @Test
    void an_outage_is_told_with_error_message_updates_and_expected_recovery_until_it_ends() {
        outage.given().when(start(BEGIN, END)).then(started);
        outage.given(started).when(start(BEGIN, END)).thenNothing();
        outage.given().when(start(BEGIN.plusSeconds(1), END)).thenRejected("AVL-025");
        outage.given().when(start(BEGIN, BEGIN)).thenRejected("AVL-025");
        outage.given(started)
                .when(new UpdateOutage(OUTAGE, "Replacing", LATER, null, Set.of(), ANNA, END))
                .then(new OutageUpdated(OUTAGE, "Replacing", LATER, null, Set.of(), ANNA, END));
        outage.given(started)
                .when(new UpdateOutage(OUTAGE, "Replacing", null, END, Set.of(), ANNA, END))
                .thenRejected("AVL-025");
        outage.given(started).when(end(END, END)).then(ended);
        outage.given(started, ended).when(end(END, LATER)).thenNothing();
        outage.given(started, ended).when(end(LATER, LATER)).thenRejected("AVL-025");
        outage.given(started).when(end(BEGIN, LATER)).thenRejected("AVL-025");
        outage.given(started).when(end(LATER, END)).thenRejected("AVL-025");
        outage.given().when(end(END, END)).thenRejected("AVL-025");
    }

    @Rule("AVL-046")
    @Test
    void an_outage_is_attributed_to_the_party_that_answers_for_it() {
        var classification = new Classification(ResponsibleParty.CUSTOMER, false, "their own line");
        outage.given(started, ended)
                .when(change(ProposedChange.classify(classification), false, null, ANNA))
                .then(new OutageClassified(OUTAGE, classification, null, ANNA, null, LATER));
    }

    @Rule({"AVL-004", "AVL-005", "AVL-006", "AVL-007", "AVL-008"})
    @Test
    void each_of_the_five_reasons_excludes_downtime_within_the_outage_and_no_other_time() {
        for (var reason : ExclusionReason.values()) {
            var tenant = reason == ExclusionReason.CUSTOMER_RESPONSIBILITY ? TENANT : null;
            var inside = line(LINE, BEGIN, END, reason, tenant);
            var excluded = new DowntimeExcluded(OUTAGE, inside, ANNA, null, LATER);
            outage.given(started, ended)
                    .when(change(ProposedChange.exclude(inside), false, null, ANNA))
                    .then(excluded);
            for (var wrong : Arrays.asList(
                    line(LINE, BEGIN.minusSeconds(1), END, reason, tenant),
                    line(LINE, BEGIN, END.plusSeconds(1), reason, tenant),
                    line(LINE, END, BEGIN, reason, tenant),
                    line(LINE, BEGIN, END, reason, tenant == null ? TENANT : null))) {
                outage.given(started, ended)
                        .when(change(ProposedChange.exclude(wrong), false, null, ANNA))
                        .thenRejected(reason.rule());
            }
            outage.given(started, ended, excluded)
                    .when(change(
                            ProposedChange.exclude(line(PROPOSAL, END.minusSeconds(1), END, reason, tenant)),
                            false,
                            null,
                            ANNA))
                    .thenRejected(reason.rule());
        }
    }

    @Rule("AVL-004")
    @Test
    void a_line_of_the_ledger_is_withdrawn_with_a_reason_and_makes_room_for_another() {
        var line = line(LINE, BEGIN, END, ExclusionReason.PREVENTIVE_MAINTENANCE, null);
        var excluded = new DowntimeExcluded(OUTAGE, line, ANNA, null, LATER);
        var withdraw = ProposedChange.withdrawExclusion(LINE);
        outage.given(started, ended, excluded)
                .when(change(withdraw, false, null, ANNA))
                .thenRejected("AVL-009");
        var withdrawn = new DowntimeExclusionWithdrawn(OUTAGE, LINE, "not announced", ANNA, null, LATER);
        outage.given(started, ended, excluded)
                .when(change(withdraw, false, "not announced", ANNA))
                .then(withdrawn);
        outage.given(started, ended, excluded, withdrawn)
                .when(change(ProposedChange.exclude(line), false, null, ANNA))
                .then(excluded);
        outage.given(started, ended).when(change(withdraw, false, "why", ANNA)).thenRejected("AVL-009");
    }

    @Test
    void an_open_outage_can_be_excluded_up_to_now_only() {
        var future = line(LINE, BEGIN, LATER.plusSeconds(1), ExclusionReason.FORCE_MAJEURE, null);
        outage.given(started)
                .when(change(ProposedChange.exclude(future), false, null, ANNA))
                .thenRejected("AVL-008");
    }

    @Rule({"AVL-009", "AVL-046"})
    @Test
    void once_a_month_was_closed_a_change_needs_a_reason_and_a_second_person() {
        var classification = new Classification(ResponsibleParty.DATA_CENTRE, true, "flood");
        var change = ProposedChange.classify(classification);
        outage.given(started, ended).when(change(change, true, null, ANNA)).thenRejected("AVL-046");
        var proposed = new OutageChangeProposed(OUTAGE, PROPOSAL, change, "the report came", ANNA, LATER);
        outage.given(started, ended)
                .when(change(change, true, "the report came", ANNA))
                .then(proposed);
        outage.given(started, ended, proposed)
                .when(new ApproveOutageChange(OUTAGE, PROPOSAL, ANNA, LATER))
                .thenRejected("AVL-009");
        var classified = new OutageClassified(OUTAGE, classification, "the report came", ANNA, BEN, LATER);
        outage.given(started, ended, proposed)
                .when(new ApproveOutageChange(OUTAGE, PROPOSAL, BEN, LATER))
                .then(classified);
        outage.given(started, ended, proposed, classified)
                .when(new ApproveOutageChange(OUTAGE, PROPOSAL, BEN, LATER))
                .thenRejected("AVL-009");
        var declined = new OutageChangeDeclined(OUTAGE, PROPOSAL, "not shown", BEN, LATER);
        outage.given(started, ended, proposed)
                .when(new DeclineOutageChange(OUTAGE, PROPOSAL, "not shown", BEN, LATER))
                .then(declined);
        outage.given(started, ended, proposed, declined)
                .when(new ApproveOutageChange(OUTAGE, PROPOSAL, BEN, LATER))
                .thenRejected("AVL-009");
    }

    @Rule({"AVL-004", "AVL-005", "AVL-006", "AVL-007", "AVL-008"})
    @Test
    void which_reasons_hold_is_agreed() {
        for (var reason : ExclusionReason.values()) {
            assertTrue(reason.agreedIn(Terms.of(Preset.AFAS_SLA)));
            assertFalse(reason.agreedIn(Terms.of(Preset.PHOCUS_CLOUD)));
        }
        assertEquals(
                Set.of(Component.PROFIT, Component.INSITE, Component.OUTSITE, Component.POCKET, Component.CONNECTORS),
                Component.promisedBy(Terms.of(Preset.AFAS_SLA)));
    }
}
