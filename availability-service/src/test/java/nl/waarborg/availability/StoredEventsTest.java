package nl.waarborg.availability;

import java.util.List;
import nl.waarborg.availability.backgroundjob.storage.BackgroundJobEventTypes;
import nl.waarborg.availability.login.storage.LoginEventTypes;
import nl.waarborg.availability.maintenance.storage.MaintenanceEventTypes;
import nl.waarborg.availability.measurement.storage.MeasurementEventTypes;
import nl.waarborg.availability.month.storage.AvailabilityMonthEventTypes;
import nl.waarborg.availability.oncall.storage.OnCallEventTypes;
import nl.waarborg.availability.outage.storage.OutageEventTypes;
import nl.waarborg.availability.patch.storage.PatchEventTypes;
import nl.waarborg.availability.performance.storage.PerformanceEventTypes;
import nl.waarborg.availability.release.storage.ReleaseEventTypes;
import nl.waarborg.availability.subscription.storage.SubscriptionEventTypes;
import nl.waarborg.availability.system.storage.SystemEventTypes;
import nl.waarborg.availability.wish.storage.WishEventTypes;
import nl.waarborg.eventsourcing.test.StoredEventsSpecification;
import org.junit.jupiter.api.Test;

class StoredEventsTest {

    @Test
    void every_version_ever_stored_can_be_read_and_every_event_has_a_sample() {
        StoredEventsSpecification.verify(List.of(
                MaintenanceEventTypes.MAINTENANCE_EVENTS,
                PatchEventTypes.PATCH_EVENTS,
                ReleaseEventTypes.RELEASE_EVENTS,
                ReleaseEventTypes.MIGRATION_EVENTS,
                BackgroundJobEventTypes.BACKGROUND_JOB_EVENTS,
                OnCallEventTypes.ON_CALL_EVENTS,
                LoginEventTypes.ANOMALY_EVENTS,
                LoginEventTypes.MISUSE_EVENTS,
                MeasurementEventTypes.SUSPICION_EVENTS,
                PerformanceEventTypes.COMPLAINT_EVENTS,
                PerformanceEventTypes.IMPROVEMENT_EVENTS,
                PerformanceEventTypes.MONTH_EVENTS,
                SystemEventTypes.SYSTEM_EVENTS,
                SystemEventTypes.DATA_CENTRE_EVENTS,
                SystemEventTypes.SERVER_EVENTS,
                OutageEventTypes.OUTAGE_EVENTS,
                OutageEventTypes.CANDIDATE_EVENTS,
                AvailabilityMonthEventTypes.MONTH_EVENTS,
                AvailabilityMonthEventTypes.BURN_RATE_EVENTS,
                SubscriptionEventTypes.SUBSCRIPTION_EVENTS,
                WishEventTypes.WISH_EVENTS,
                WishEventTypes.VOTE_EVENTS));
    }
}
