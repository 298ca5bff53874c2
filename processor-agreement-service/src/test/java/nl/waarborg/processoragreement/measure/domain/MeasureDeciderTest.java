package nl.waarborg.processoragreement.measure.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
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
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class MeasureDeciderTest {

    private static final UUID ID = new UUID(1, 1);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate LAST = LocalDate.parse("2027-01-01");

    private final DeciderSpecification<MeasureCommand, Measure, MeasureEvent> measures =
            new DeciderSpecification<>(new MeasureDecider());
    private final SecurityMeasureRegistered taken =
            new SecurityMeasureRegistered(ID, "phocus", MeasureCategory.CRYPTOGRAPHY, "Disks are encrypted", NOW);

    @Test
    @Rule("PRA-032")
    void the_register_has_the_eleven_kinds_of_the_agreement() {
        assertEquals(
                "abcdefghijk",
                Arrays.stream(MeasureCategory.values())
                        .map(MeasureCategory::letter)
                        .collect(Collectors.joining()));
        measures.given()
                .when(new RegisterSecurityMeasure(
                        ID, "phocus", MeasureCategory.CRYPTOGRAPHY, "Disks are encrypted", NOW))
                .then(taken);
    }

    @Test
    @Rule("PRA-033")
    void measures_are_evaluated_and_improved() {
        measures.given(taken)
                .when(new EvaluateSecurityMeasure(false, "Backups are not", NOW))
                .then(new SecurityMeasureEvaluated(ID, "phocus", false, "Backups are not", NOW));
        measures.given(taken)
                .when(new ChangeSecurityMeasure("Disks and backups are encrypted", "Evaluation", NOW))
                .then(new SecurityMeasureChanged(ID, "phocus", "Disks and backups are encrypted", "Evaluation", NOW));
        measures.given(taken)
                .when(new ChangeSecurityMeasure("Disks are encrypted", "Nothing new", NOW))
                .thenNothing();
        measures.given().when(new EvaluateSecurityMeasure(true, "Fine", NOW)).thenRejected("PRA-033");
    }

    @Test
    @Rule({"PRA-034", "XSV-048"})
    void a_certificate_nears_its_last_day_unless_it_was_renewed() {
        var held = certified(LAST);
        measures.given().when(register(LAST)).then(held);
        measures.given(held).when(register(LAST)).thenNothing();
        var expiring = new CertificateExpiring(ID, "afas", LAST);
        measures.given(held).when(new NoticeExpiringCertificate(LAST)).then(expiring);
        measures.given(held, expiring).when(new NoticeExpiringCertificate(LAST)).thenNothing();
        measures.given(held, certified(LAST.plusYears(3)))
                .when(new NoticeExpiringCertificate(LAST))
                .thenNothing();
    }

    private static RegisterCertificate register(LocalDate validTo) {
        return new RegisterCertificate(ID, "afas", "NEN 7510", "AFAS Software B.V.", validTo, null, NOW);
    }

    private static CertificateRegistered certified(LocalDate validTo) {
        return new CertificateRegistered(ID, "afas", "NEN 7510", "AFAS Software B.V.", validTo, null, NOW);
    }
}
