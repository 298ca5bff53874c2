package nl.waarborg.processoragreement.measure.domain;

import java.util.Objects;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.measure.domain.Measure.Certified;
import nl.waarborg.processoragreement.measure.domain.Measure.Taken;
import nl.waarborg.processoragreement.measure.domain.Measure.Unknown;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand.ChangeSecurityMeasure;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand.EvaluateSecurityMeasure;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand.NoticeExpiringCertificate;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand.RegisterCertificate;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand.RegisterSecurityMeasure;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.CertificateExpiring;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.CertificateRegistered;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.SecurityMeasureChanged;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.SecurityMeasureEvaluated;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.SecurityMeasureRegistered;

/** Measures are evaluated and improved, certificates renewed in time (PRA-032 to PRA-034, XSV-048). */
public final class MeasureDecider implements Decider<MeasureCommand, Measure, MeasureEvent> {

    @Override
    public Measure initialState() {
        return new Unknown();
    }

    @Override
    public Decision<MeasureEvent> decide(MeasureCommand command, Measure measure) {
        return switch (command) {
            case RegisterSecurityMeasure c ->
                measure instanceof Unknown
                        ? Decision.of(new SecurityMeasureRegistered(
                                c.measureId(), c.provider(), c.category(), c.description(), c.at()))
                        : Decision.nothing();
            case EvaluateSecurityMeasure c ->
                measure instanceof Taken taken
                        ? Decision.of(new SecurityMeasureEvaluated(
                                taken.measureId(), taken.provider(), c.sufficient(), c.result(), c.at()))
                        : unknown();
            case ChangeSecurityMeasure c -> measure instanceof Taken taken ? change(c, taken) : unknown();
            case RegisterCertificate c -> certify(c, measure);
            case NoticeExpiringCertificate c ->
                measure instanceof Certified held
                                && !held.expiring()
                                && c.validTo().equals(held.validTo())
                        ? Decision.of(new CertificateExpiring(held.certificateId(), held.provider(), c.validTo()))
                        : Decision.nothing();
        };
    }

    private static Decision<MeasureEvent> change(ChangeSecurityMeasure c, Taken taken) {
        return c.description().equals(taken.description())
                ? Decision.nothing()
                : Decision.of(new SecurityMeasureChanged(
                        taken.measureId(), taken.provider(), c.description(), c.reason(), c.at()));
    }

    private static Decision<MeasureEvent> certify(RegisterCertificate c, Measure measure) {
        if (measure instanceof Certified held
                && Objects.equals(held.validTo(), c.validTo())
                && Objects.equals(held.document(), c.document())) {
            return Decision.nothing();
        }
        return Decision.of(new CertificateRegistered(
                c.certificateId(), c.provider(), c.standard(), c.holder(), c.validTo(), c.document(), c.at()));
    }

    private static Decision<MeasureEvent> unknown() {
        return Decision.reject("PRA-033", "no-such-measure", "There is no such measure.");
    }

    @Override
    public Measure evolve(Measure measure, MeasureEvent event) {
        return switch (event) {
            case SecurityMeasureRegistered e -> new Taken(e.measureId(), e.provider(), e.description());
            case SecurityMeasureEvaluated _ -> measure;
            case SecurityMeasureChanged e -> new Taken(e.measureId(), e.provider(), e.description());
            case CertificateRegistered e ->
                new Certified(e.certificateId(), e.provider(), e.validTo(), e.document(), false);
            case CertificateExpiring e ->
                measure instanceof Certified held
                        ? new Certified(e.certificateId(), e.provider(), held.validTo(), held.document(), true)
                        : measure;
        };
    }
}
