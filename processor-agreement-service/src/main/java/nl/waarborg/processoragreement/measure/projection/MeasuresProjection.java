package nl.waarborg.processoragreement.measure.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.CertificateExpiring;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.CertificateRegistered;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.SecurityMeasureChanged;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.SecurityMeasureEvaluated;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent.SecurityMeasureRegistered;
import nl.waarborg.terms.AgreedCalendars;

/** Measures and certificates, and when the latter are looked at again. */
public final class MeasuresProjection implements Projection<MeasureEvent> {

    /** The key is the last day. */
    public static final String EXPIRING = "certificate-expiring";

    private static final String REGISTERED =
            """
            insert into security_measure (measure_id, provider, version, category, description, registered_at)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String EVALUATED =
            """
            update security_measure set version = ?, evaluated_at = ?, sufficient = ?, result = ? where measure_id = ?""";
    private static final String CHANGED =
            """
            update security_measure set version = ?, description = ?, changed_at = ?, reason = ? where measure_id = ?""";
    private static final String CERTIFIED =
            """
            insert into certificate (certificate_id, provider, standard, holder, valid_to, document, registered_at, expiring)
            values (?, ?, ?, ?, ?, ?, ?, false)
            on conflict (certificate_id) do update set valid_to = excluded.valid_to, document = excluded.document,
                registered_at = excluded.registered_at, expiring = false""";
    private static final String EXPIRES = "update certificate set expiring = true where certificate_id = ?";

    private final Period warnBefore;

    /** @param warnBefore how long before its last day a certificate is shown as expiring */
    public MeasuresProjection(Period warnBefore) {
        this.warnBefore = warnBefore;
    }

    @Override
    public String name() {
        return "measures";
    }

    @Override
    public Class<MeasureEvent> events() {
        return MeasureEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("security_measure", "certificate");
    }

    @Override
    public void apply(List<RecordedEvent<MeasureEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            var version = recorded.version();
            switch (recorded.event()) {
                case SecurityMeasureRegistered e ->
                    statements.add(
                            REGISTERED, e.measureId(), e.provider(), version, e.category(), e.description(), e.at());
                case SecurityMeasureEvaluated e ->
                    statements.add(EVALUATED, version, e.at(), e.sufficient(), e.result(), e.measureId());
                case SecurityMeasureChanged e ->
                    statements.add(CHANGED, version, e.description(), e.at(), e.reason(), e.measureId());
                case CertificateRegistered e -> {
                    statements.add(
                            CERTIFIED,
                            e.certificateId(),
                            e.provider(),
                            e.standard(),
                            e.holder(),
                            e.validTo(),
                            e.document(),
                            e.at());
                    if (e.validTo() != null) {
                        deadlines.add(new Deadline(
                                EXPIRING,
                                recorded.stream(),
                                e.validTo().toString(),
                                recorded.tenant(),
                                e.validTo()
                                        .minus(warnBefore)
                                        .atStartOfDay(AgreedCalendars.ZONE)
                                        .toInstant()));
                    }
                }
                case CertificateExpiring e -> statements.add(EXPIRES, e.certificateId());
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }
}
