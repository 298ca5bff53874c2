package nl.waarborg.processoragreement.access.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.access.domain.StaffCommand.RecordStaff;
import nl.waarborg.processoragreement.access.domain.StaffEvent.ConductCertificateRecorded;
import nl.waarborg.processoragreement.access.domain.StaffEvent.ConfidentialityDeclarationRecorded;
import nl.waarborg.processoragreement.access.domain.StaffEvent.StaffInstructionRecorded;

/** Secrecy, instruction and conduct of the vendor's staff (PRA-016, PRA-023). */
public final class StaffDecider implements Decider<StaffCommand, StaffDecider.OnRecord, StaffEvent> {

    public static final String CATEGORY = "staff-member";

    public static StreamId stream(String provider, UUID employee) {
        return StreamId.natural(CATEGORY, StreamId.PLATFORM, provider + '/' + employee);
    }

    /** The day of each record, the latest one. */
    public record OnRecord(Map<StaffRecord, LocalDate> days) {

        public OnRecord {
            days = Map.copyOf(days);
        }

        OnRecord with(StaffRecord kind, LocalDate day) {
            var all = new EnumMap<StaffRecord, LocalDate>(StaffRecord.class);
            all.putAll(days);
            all.put(kind, day);
            return new OnRecord(all);
        }
    }

    @Override
    public OnRecord initialState() {
        return new OnRecord(Map.of());
    }

    @Override
    public Decision<StaffEvent> decide(StaffCommand command, OnRecord known) {
        return switch (command) {
            case RecordStaff c -> {
                if (c.validTo() != null && c.validTo().isBefore(c.date())) {
                    yield Decision.reject("PRA-016", "range-runs-backwards", "It ends before it begins.");
                }
                yield c.date().equals(known.days().get(c.kind()))
                        ? Decision.nothing()
                        : Decision.of(
                                switch (c.kind()) {
                                    case CONFIDENTIALITY ->
                                        new ConfidentialityDeclarationRecorded(
                                                c.provider(), c.employeeId(), c.date(), c.documentRef(), c.at());
                                    case INSTRUCTION ->
                                        new StaffInstructionRecorded(
                                                c.provider(), c.employeeId(), c.date(), c.documentRef(), c.at());
                                    case CERTIFICATE_OF_CONDUCT ->
                                        new ConductCertificateRecorded(
                                                c.provider(),
                                                c.employeeId(),
                                                c.date(),
                                                c.validTo(),
                                                c.documentRef(),
                                                c.at());
                                });
            }
        };
    }

    @Override
    public OnRecord evolve(OnRecord known, StaffEvent event) {
        return switch (event) {
            case ConfidentialityDeclarationRecorded e -> known.with(StaffRecord.CONFIDENTIALITY, e.signedOn());
            case StaffInstructionRecorded e -> known.with(StaffRecord.INSTRUCTION, e.givenOn());
            case ConductCertificateRecorded e -> known.with(StaffRecord.CERTIFICATE_OF_CONDUCT, e.issuedOn());
        };
    }
}
