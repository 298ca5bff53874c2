package nl.waarborg.eventsourcing.web;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import nl.waarborg.eventsourcing.ForeignStream;
import nl.waarborg.eventsourcing.OriginClash;
import nl.waarborg.eventsourcing.TenantKeys;
import nl.waarborg.eventsourcing.VersionConflict;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What every failure looks like to the caller, whoever threw it. */
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    public static Problem of(Throwable failure) {
        return switch (failure) {
            case ProblemException e -> e.problem();
            case VersionConflict e ->
                Problem.of(e.versionWasNamed() ? ProblemKind.PRECONDITION_FAILED : ProblemKind.VERSION_CLASH, (String)
                        null);
            case OriginClash _ -> Problem.of(ProblemKind.ID_REUSED, (String) null);
            case ForeignStream _ -> Problem.of(ProblemKind.NOT_FOUND, (String) null);
            case TenantKeys.KeyDestroyed _ -> Problem.of(ProblemKind.ERASED, (String) null);
            case ConstraintViolationException e -> violations(e);
            case WebApplicationException e -> ofStatus(e);
            case Throwable e when isAway(e) -> Problem.of(ProblemKind.UNAVAILABLE, "the database does not answer");
            case Throwable e -> internal(e);
        };
    }

    /** Logged under a number that the caller gets instead of the cause. */
    private static Problem internal(Throwable failure) {
        var incident = UuidCreator.getTimeOrderedEpoch().toString();
        LOG.errorf(failure, "Failure %s", incident);
        return Problem.internal(incident);
    }

    /** Without a state it came from the pool, not from the server: no connection was free in time. */
    private static boolean isAway(@Nullable Throwable failure) {
        for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && !(sql.getCause() instanceof SQLException)) {
                var state = sql.getSQLState();
                return state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
            }
        }
        return false;
    }

    private static Problem violations(ConstraintViolationException e) {
        return new Problem(
                ProblemKind.INVALID_REQUEST.type(),
                ProblemKind.INVALID_REQUEST.title(),
                ProblemKind.INVALID_REQUEST.status(),
                null,
                null,
                null,
                e.getConstraintViolations().stream()
                        .map(v -> new FieldError(last(v.getPropertyPath()), v.getMessage()))
                        .toList(),
                null);
    }

    /** The parameter's name; the method before it means nothing to the caller. */
    private static String last(Path path) {
        var name = "";
        for (var node : path) {
            if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.PARAMETER) {
                name = node.getName();
            }
        }
        return name;
    }

    private static Problem ofStatus(WebApplicationException e) {
        var status = e.getResponse().getStatus();
        for (var kind : ProblemKind.values()) {
            // The first kind of a status is its general one.
            if (kind.status() == status) {
                return Problem.of(kind, (String) null);
            }
        }
        return status < 500
                ? new Problem(
                        ProblemKind.INVALID_REQUEST.type(),
                        ProblemKind.INVALID_REQUEST.title(),
                        status,
                        null,
                        null,
                        null,
                        null,
                        null)
                : internal(e);
    }
}
