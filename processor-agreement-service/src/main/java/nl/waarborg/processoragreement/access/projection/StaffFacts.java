package nl.waarborg.processoragreement.access.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.access.domain.StaffRecord;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Several;

/** What a customer's terms ask of the vendor's staff, and what is on record; facts of commands. */
@ApplicationScoped
public class StaffFacts {

    /** A certificate of conduct is asked for Support+ access, by incident-service. */
    private static final Set<StaffRecord> ASKED_HERE = EnumSet.of(StaffRecord.CONFIDENTIALITY, StaffRecord.INSTRUCTION);

    private static final String ON_RECORD = "select kind from staff_record where provider = ? and employee_id = ?";

    private final Rows rows;
    private final AgreedTerms agreed;

    public StaffFacts(@DataSource("writer") javax.sql.DataSource writer, AgreedTerms agreed) {
        this.rows = new Rows(writer);
        this.agreed = agreed;
    }

    /** What the terms of {@code vendorStaff.screening} ask and is not on record. */
    public Set<StaffRecord> lacking(String provider, UUID tenant, UUID employee, Instant at) {
        var lacking = EnumSet.noneOf(StaffRecord.class);
        agreed.of(tenant)
                .at(at)
                .flatMap(terms -> terms.value(TermKey.VENDOR_STAFF_SCREENING, Several.class))
                .map(Several::values)
                .orElse(List.of())
                .forEach(word -> ASKED_HERE.stream()
                        .filter(record -> record.name().equals(word.toString()))
                        .forEach(lacking::add));
        rows.list(ON_RECORD, row -> StaffRecord.valueOf(row.text("kind")), provider, employee)
                .forEach(lacking::remove);
        return lacking;
    }
}
