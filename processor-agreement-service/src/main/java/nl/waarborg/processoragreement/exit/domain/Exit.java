package nl.waarborg.processoragreement.exit.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitActivityRecorded;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitPlanCompleted;
import org.jspecify.annotations.Nullable;

/**
 * A customer's exit: plan, carrying it out, discharge (XSV-019).
 *
 * @param startedAt null before it was started
 * @param plan the latest; null before there is one
 * @param agreed when each side agreed that the plan is complete and the new supplier has all data
 * @param dischargedAt once both did
 */
public record Exit(
        @Nullable Instant startedAt,
        @Nullable ExitPlanCompleted plan,
        List<ExitActivityRecorded> activities,
        Map<Side, Instant> agreed,
        @Nullable Instant dischargedAt) {

    public static final String CATEGORY = "exit";

    static final Exit NONE = new Exit(null, null, List.of(), Map.of(), null);

    public Exit {
        activities = List.copyOf(activities);
        agreed = Map.copyOf(agreed);
    }

    public enum Side {
        CUSTOMER,
        VENDOR
    }

    /**
     * @param role who does it, in the words of the plan
     * @param responsible the side that answers for it
     */
    public record PlannedActivity(String activity, String role, Side responsible) {}

    /** A customer has one exit. */
    public static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "");
    }

    Exit started(Instant at) {
        return new Exit(at, plan, activities, agreed, dischargedAt);
    }

    /** Who agreed to another plan agrees anew. */
    Exit with(ExitPlanCompleted completed) {
        return new Exit(startedAt, completed, activities, Map.of(), dischargedAt);
    }

    Exit with(ExitActivityRecorded recorded) {
        var all = new ArrayList<>(activities);
        all.add(recorded);
        return new Exit(startedAt, plan, all, agreed, dischargedAt);
    }

    Exit agreedBy(Side side, Instant at) {
        var all = new EnumMap<Side, Instant>(Side.class);
        all.putAll(agreed);
        all.put(side, at);
        return new Exit(startedAt, plan, activities, all, dischargedAt);
    }

    Exit discharged(Instant at) {
        return new Exit(startedAt, plan, activities, agreed, at);
    }
}
