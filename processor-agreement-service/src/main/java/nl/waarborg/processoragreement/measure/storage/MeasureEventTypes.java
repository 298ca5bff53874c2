package nl.waarborg.processoragreement.measure.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.measure.domain.Measure;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.CertificateExpiring;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.CertificateRegistered;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.SecurityMeasureChanged;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.SecurityMeasureEvaluated;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.SecurityMeasureRegistered;

/** The stored names of the events of measures and certificates. */
public final class MeasureEventTypes {

    public static final EventTypes<MeasureEvent> MEASURE_EVENTS = new EventTypes<>(Measure.CATEGORY, MeasureEvent.class)
            .type("security-measure-registered", SecurityMeasureRegistered.class)
            .type("security-measure-evaluated", SecurityMeasureEvaluated.class)
            .type("security-measure-changed", SecurityMeasureChanged.class)
            .type("certificate-registered", CertificateRegistered.class)
            .type("certificate-expiring", CertificateExpiring.class);

    private MeasureEventTypes() {}
}
