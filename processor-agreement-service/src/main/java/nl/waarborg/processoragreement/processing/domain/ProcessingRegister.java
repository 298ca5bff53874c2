package nl.waarborg.processoragreement.processing.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.DataCategoryRegistered;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.DpiaRecorded;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.LegalBasisDeclared;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.ProcessingActivityRegistered;
import org.jspecify.annotations.Nullable;

/**
 * What the rules must know of a customer's processing register.
 *
 * @param bases the ground last declared, by activity
 * @param dpias the latest assessment, by activity
 * @param categories by name
 * @param asked requests for advice
 */
public record ProcessingRegister(
        Map<UUID, Activity> activities,
        Map<UUID, Ground> bases,
        Map<UUID, Dpia> dpias,
        Map<String, Category> categories,
        Set<UUID> asked) {

    public static final String CATEGORY = "processing-register";

    /** A customer has one. */
    public static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "register");
    }

    record Activity(String purpose, String retention, String recipients) {}

    record Ground(LegalBasis basis, @Nullable String explanation) {}

    record Dpia(LocalDate madeOn, String documentRef) {}

    record Category(Sensitivity sensitivity, boolean custom) {}

    ProcessingRegister with(ProcessingActivityRegistered e) {
        var all = new HashMap<>(activities);
        all.put(e.activityId(), new Activity(e.purpose(), e.retention(), e.recipients()));
        return new ProcessingRegister(Map.copyOf(all), bases, dpias, categories, asked);
    }

    ProcessingRegister with(LegalBasisDeclared e) {
        var all = new HashMap<>(bases);
        all.put(e.activityId(), new Ground(e.basis(), e.explanation()));
        return new ProcessingRegister(activities, Map.copyOf(all), dpias, categories, asked);
    }

    ProcessingRegister with(DpiaRecorded e) {
        var all = new HashMap<>(dpias);
        all.put(e.activityId(), new Dpia(e.madeOn(), e.documentRef()));
        return new ProcessingRegister(activities, bases, Map.copyOf(all), categories, asked);
    }

    ProcessingRegister with(DataCategoryRegistered e) {
        var all = new HashMap<>(categories);
        all.put(e.name(), new Category(e.sensitivity(), e.custom()));
        return new ProcessingRegister(activities, bases, dpias, Map.copyOf(all), asked);
    }

    ProcessingRegister asked(UUID advice) {
        var all = new HashSet<>(asked);
        all.add(advice);
        return new ProcessingRegister(activities, bases, dpias, categories, Set.copyOf(all));
    }
}
