package nl.waarborg.processoragreement.access.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be put on record of an employee. */
public sealed interface StaffCommand {

    record RecordStaff(
            StaffRecord kind,
            String provider,
            UUID employeeId,
            LocalDate date,
            @Nullable LocalDate validTo,
            String documentRef,
            Instant at)
            implements StaffCommand {}
}
