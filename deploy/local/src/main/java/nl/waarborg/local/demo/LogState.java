package nl.waarborg.local.demo;

import java.util.Optional;

/** The states of the log, as the ticket system writes them. */
enum LogState {
    NEW("New"),
    ACTIVE("Active"),
    AWAITING_USER_INFO("Awaiting User Info"),
    AWAITING_EVIDENCE("Awaiting Evidence"),
    AWAITING_PROBLEM("Awaiting Problem"),
    AWAITING_VENDOR("Awaiting Vendor"),
    RESOLVED("Resolved"),
    CLOSED("Closed");

    private final String written;

    LogState(String written) {
        this.written = written;
    }

    static Optional<LogState> written(String text) {
        for (var state : values()) {
            if (state.written.equals(text)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
