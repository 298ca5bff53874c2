package nl.waarborg.processoragreement.access.domain;

import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.access.domain.Access.Granted;
import nl.waarborg.processoragreement.access.domain.Access.None;
import nl.waarborg.processoragreement.access.domain.Access.Privileged;
import nl.waarborg.processoragreement.access.domain.Access.Temporary;
import nl.waarborg.processoragreement.access.domain.AccessCommand.ApproveTemporaryAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.EndTemporaryAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.GrantDataAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.RecordPrivilegedAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.RequestTemporaryAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.WithdrawDataAccess;
import nl.waarborg.processoragreement.access.domain.AccessEvent.DataAccessGranted;
import nl.waarborg.processoragreement.access.domain.AccessEvent.DataAccessWithdrawn;
import nl.waarborg.processoragreement.access.domain.AccessEvent.PrivilegedAccessRecorded;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessApproved;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessEnded;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessRequested;

/** Nobody of the vendor looks into a customer's data but for four purposes, with approval, or with permission (PRA-020 to PRA-023). */
public final class AccessDecider implements Decider<AccessCommand, Access, AccessEvent> {

    @Override
    public Access initialState() {
        return new None();
    }

    @Override
    public Decision<AccessEvent> decide(AccessCommand command, Access access) {
        return switch (command) {
            case RecordPrivilegedAccess c -> privileged(c, access);
            case RequestTemporaryAccess c ->
                access instanceof None
                        ? Decision.of(new TemporaryAccessRequested(
                                c.accessId(), c.employeeId(), c.environmentId(), c.reason(), c.at()))
                        : Decision.nothing();
            case ApproveTemporaryAccess c ->
                access instanceof Temporary temporary ? approve(c, temporary) : unknown("PRA-021");
            case EndTemporaryAccess c -> access instanceof Temporary temporary ? end(c, temporary) : unknown("PRA-021");
            case GrantDataAccess c -> grant(c, access);
            case WithdrawDataAccess c ->
                switch (access) {
                    case Granted granted ->
                        granted.withdrawn()
                                ? Decision.nothing()
                                : Decision.of(new DataAccessWithdrawn(granted.accessId(), c.byPersonId(), c.at()));
                    case None _, Privileged _, Temporary _ -> unknown("PRA-022");
                };
        };
    }

    private static Decision<AccessEvent> privileged(RecordPrivilegedAccess c, Access access) {
        if (!c.from().isBefore(c.to()) || c.from().isAfter(c.at())) {
            return Decision.reject(
                    "PRA-020", "impossible-interval", "Access begins before it ends, and not ahead of now.");
        }
        return access instanceof None
                ? Decision.of(new PrivilegedAccessRecorded(
                        c.accessId(), c.employeeId(), c.purpose(), c.environmentId(), c.from(), c.to()))
                : Decision.nothing();
    }

    private static Decision<AccessEvent> approve(ApproveTemporaryAccess c, Temporary access) {
        if (access.ended()) {
            return Decision.reject("PRA-021", "ended", "The access has ended; it is requested anew.");
        }
        if (c.approvedBy().equals(access.employeeId())) {
            return Decision.reject("PRA-021", "own-request", "Nobody approves an access of their own.");
        }
        if (!c.until().isAfter(c.at())) {
            return Decision.reject("PRA-021", "no-duration", "Temporary access ends after it begins.");
        }
        if (!c.lacking().isEmpty()) {
            return lacking(c.lacking());
        }
        return c.until().equals(access.until())
                ? Decision.nothing()
                : Decision.of(new TemporaryAccessApproved(access.accessId(), c.approvedBy(), c.at(), c.until()));
    }

    private static Decision<AccessEvent> end(EndTemporaryAccess c, Temporary access) {
        if (access.ended() || (c.due() && (access.until() == null || c.at().isBefore(access.until())))) {
            return Decision.nothing();
        }
        return Decision.of(new TemporaryAccessEnded(access.accessId(), c.at()));
    }

    private static Decision<AccessEvent> grant(GrantDataAccess c, Access access) {
        if (!c.lacking().isEmpty()) {
            return lacking(c.lacking());
        }
        return access instanceof None
                ? Decision.of(new DataAccessGranted(c.accessId(), c.employeeId(), c.scope(), c.byPersonId(), c.at()))
                : Decision.nothing();
    }

    private static Decision<AccessEvent> lacking(Set<StaffRecord> lacking) {
        return lacking.contains(StaffRecord.INSTRUCTION)
                ? Decision.reject("PRA-023", "not-instructed", "The employee has not been instructed on personal data.")
                : Decision.reject("PRA-016", "no-secrecy", "The employee has not declared confidentiality.");
    }

    private static Decision<AccessEvent> unknown(String rule) {
        return Decision.reject(rule, "no-such-access", "There is no such access.");
    }

    @Override
    public Access evolve(Access access, AccessEvent event) {
        return switch (event) {
            case PrivilegedAccessRecorded _ -> new Privileged();
            case TemporaryAccessRequested e -> new Temporary(e.accessId(), e.employeeId(), null, false);
            case TemporaryAccessApproved e ->
                new Temporary(e.accessId(), employee(access, e.accessId()), e.until(), false);
            case TemporaryAccessEnded e -> new Temporary(e.accessId(), employee(access, e.accessId()), e.at(), true);
            case DataAccessGranted e -> new Granted(e.accessId(), false);
            case DataAccessWithdrawn e -> new Granted(e.accessId(), true);
        };
    }

    private static UUID employee(Access access, UUID otherwise) {
        return access instanceof Temporary temporary ? temporary.employeeId() : otherwise;
    }
}
