package nl.waarborg.processoragreement.ai.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFairUseExceeded;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFeatureActivated;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFeatureDeactivated;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiUseDeclared;
import org.jspecify.annotations.Nullable;

/**
 * What one customer does with external AI (XSV-041 to XSV-044). A function that is in neither map was never activated.
 *
 * @param active the functions in use
 * @param deactivated the functions that were in use, and how that ended
 * @param exceeded the latest signal of each function since it was last activated
 * @param declarations in order
 */
public record AiUse(
        Map<AiFeature, AiFeatureActivated> active,
        Map<AiFeature, AiFeatureDeactivated> deactivated,
        Map<AiFeature, AiFairUseExceeded> exceeded,
        List<AiUseDeclared> declarations) {

    public static final String CATEGORY = "ai-use";

    static final AiUse NONE = new AiUse(Map.of(), Map.of(), Map.of(), List.of());

    public AiUse {
        active = Map.copyOf(active);
        deactivated = Map.copyOf(deactivated);
        exceeded = Map.copyOf(exceeded);
        declarations = List.copyOf(declarations);
    }

    public static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "");
    }

    public enum Side {
        CUSTOMER,
        VENDOR
    }

    /** Of an application within the meaning of the AI Act. */
    public enum RiskCategory {
        MINIMAL,
        LIMITED,
        /** The customer becomes its provider. */
        HIGH
    }

    /** The vendor's deactivation that still holds on the day. */
    public Optional<AiFeatureDeactivated> heldBack(AiFeature feature, LocalDate day) {
        return Optional.ofNullable(deactivated.get(feature))
                .filter(ended -> ended.by() == Side.VENDOR && !over(ended.until(), day));
    }

    private static boolean over(@Nullable LocalDate until, LocalDate day) {
        return until != null && day.isAfter(until);
    }

    AiUse with(AiFeatureActivated event) {
        return new AiUse(
                put(active, event.feature(), event),
                without(deactivated, event.feature()),
                without(exceeded, event.feature()),
                declarations);
    }

    AiUse with(AiFeatureDeactivated event) {
        return new AiUse(
                without(active, event.feature()), put(deactivated, event.feature(), event), exceeded, declarations);
    }

    AiUse with(AiFairUseExceeded event) {
        return new AiUse(active, deactivated, put(exceeded, event.feature(), event), declarations);
    }

    AiUse with(AiUseDeclared event) {
        var all = new ArrayList<>(declarations);
        all.add(event);
        return new AiUse(active, deactivated, exceeded, all);
    }

    private static <E> Map<AiFeature, E> put(Map<AiFeature, E> events, AiFeature feature, E event) {
        var all = new EnumMap<AiFeature, E>(AiFeature.class);
        all.putAll(events);
        all.put(feature, event);
        return all;
    }

    private static <E> Map<AiFeature, E> without(Map<AiFeature, E> events, AiFeature feature) {
        var all = new EnumMap<AiFeature, E>(AiFeature.class);
        all.putAll(events);
        all.remove(feature);
        return all;
    }
}
