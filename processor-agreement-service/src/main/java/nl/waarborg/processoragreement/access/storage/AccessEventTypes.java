package nl.waarborg.processoragreement.access.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.access.domain.Access;
import nl.waarborg.processoragreement.access.domain.AccessEvent;
import nl.waarborg.processoragreement.access.domain.AccessEvent.DataAccessGranted;
import nl.waarborg.processoragreement.access.domain.AccessEvent.DataAccessWithdrawn;
import nl.waarborg.processoragreement.access.domain.AccessEvent.PrivilegedAccessRecorded;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessApproved;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessEnded;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessRequested;
import nl.waarborg.processoragreement.access.domain.StaffDecider;
import nl.waarborg.processoragreement.access.domain.StaffEvent;
import nl.waarborg.processoragreement.access.domain.StaffEvent.ConductCertificateRecorded;
import nl.waarborg.processoragreement.access.domain.StaffEvent.ConfidentialityDeclarationRecorded;
import nl.waarborg.processoragreement.access.domain.StaffEvent.StaffInstructionRecorded;

/** The stored names of the events of access. */
public final class AccessEventTypes {

    public static final EventTypes<AccessEvent> ACCESS_EVENTS = new EventTypes<>(Access.CATEGORY, AccessEvent.class)
            .type("privileged-access-recorded", PrivilegedAccessRecorded.class)
            .type("temporary-access-requested", TemporaryAccessRequested.class)
            .type("temporary-access-approved", TemporaryAccessApproved.class)
            .type("temporary-access-ended", TemporaryAccessEnded.class)
            .type("data-access-granted", DataAccessGranted.class)
            .type("data-access-withdrawn", DataAccessWithdrawn.class);

    public static final EventTypes<StaffEvent> STAFF_EVENTS = new EventTypes<>(StaffDecider.CATEGORY, StaffEvent.class)
            .type("confidentiality-declaration-recorded", ConfidentialityDeclarationRecorded.class)
            .type("staff-instruction-recorded", StaffInstructionRecorded.class)
            .type("conduct-certificate-recorded", ConductCertificateRecorded.class);

    private AccessEventTypes() {}
}
