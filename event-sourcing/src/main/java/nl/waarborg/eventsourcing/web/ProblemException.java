package nl.waarborg.eventsourcing.web;

import java.util.List;
import nl.waarborg.eventsourcing.Rejection;
import nl.waarborg.eventsourcing.web.Problem.FieldError;

/** Answers a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // Expected, and thrown often: without a stack trace.
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemKind kind, String detail) {
        this(Problem.of(kind, detail));
    }

    public Problem problem() {
        return problem;
    }

    /** What does not exist and what the caller may not see look the same. */
    public static ProblemException notFound() {
        return new ProblemException(Problem.of(ProblemKind.NOT_FOUND, (String) null));
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(ProblemKind.FORBIDDEN, detail);
    }

    /** @param pointer RFC 6901, such as {@code /reportedAt} */
    public static ProblemException invalidField(String pointer, String message) {
        return invalidFields(List.of(new FieldError(pointer, message)));
    }

    public static ProblemException invalidFields(List<FieldError> errors) {
        return new ProblemException(Problem.of(ProblemKind.INVALID_FIELDS, errors));
    }

    public static ProblemException refused(Rejection rejection) {
        return new ProblemException(Problem.of(rejection));
    }
}
