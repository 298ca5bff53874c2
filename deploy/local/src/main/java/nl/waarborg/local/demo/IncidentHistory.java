package nl.waarborg.local.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import nl.waarborg.local.demo.IncidentStep.Party;
import nl.waarborg.local.demo.IncidentStep.Priority;
import org.jspecify.annotations.Nullable;

/**
 * One incident of the log, told in the words of the contracts.
 *
 * @param steps in the order of the file; their times never run back
 */
record IncidentHistory(DemoTenant tenant, String number, String caller, List<IncidentStep> steps) {

    IncidentHistory {
        steps = List.copyOf(steps);
    }

    boolean wasEver(Priority priority) {
        return steps.stream().anyMatch(step -> switch (step) {
            case IncidentStep.Raised s -> s.priority() == priority;
            case IncidentStep.Prioritised s -> s.priority() == priority;
            case IncidentStep.ResponseGiven _,
                    IncidentStep.Waiting _,
                    IncidentStep.Resumed _,
                    IncidentStep.Handled _,
                    IncidentStep.Reopened _,
                    IncidentStep.Assigned _,
                    IncidentStep.Noted _ -> false;
        });
    }

    /** Tells every incident of the log, in the order of their first rows. An incident belongs to the location of its first row. */
    static List<IncidentHistory> of(List<LoggedRow> rows, DemoTenants tenants) {
        var incidents = rows.stream().collect(groupingBy(LoggedRow::number, LinkedHashMap::new, toList()));
        return incidents.values().stream()
                .map(incident -> of(incident, tenants.at(incident.getFirst().location())))
                .toList();
    }

    private static IncidentHistory of(List<LoggedRow> rows, DemoTenant tenant) {
        var first = rows.getFirst();
        return new IncidentHistory(tenant, first.number(), first.caller(), new Telling(tenant).tell(rows));
    }

    /** Reads one incident's rows from the first to the last. */
    private static final class Telling {

        private final DemoTenant tenant;
        private final List<IncidentStep> steps = new ArrayList<>();
        private int row;
        private Instant at = Instant.MIN;
        private LogState state = LogState.NEW;
        private @Nullable Priority priority;
        private @Nullable String group;
        private @Nullable String employee;
        private boolean responded;

        private Telling(DemoTenant tenant) {
            this.tenant = tenant;
        }

        private List<IncidentStep> tell(List<LoggedRow> rows) {
            rows.forEach(this::tell);
            return steps;
        }

        private void tell(LoggedRow logged) {
            row++;
            // A row that is stamped before its predecessor still follows it: nothing happens to an incident before it
            // is raised.
            at = logged.at().isAfter(at) ? logged.at() : at;
            var before = steps.size();
            if (row == 1) {
                priority = priority(logged);
                steps.add(new IncidentStep.Raised(row, at, priority, logged));
            } else if (!isHandled(state) && priority(logged) != priority) {
                priority = priority(logged);
                steps.add(new IncidentStep.Prioritised(row, at, priority));
            }
            enter(Objects.requireNonNullElse(logged.state(), state), logged);
            if (!isHandled(state) && isAssignedAnew(logged)) {
                group = logged.assignmentGroup();
                employee = logged.assignedTo();
                steps.add(new IncidentStep.Assigned(row, at, group, employee));
            }
            if (steps.size() == before && state != LogState.CLOSED) {
                steps.add(new IncidentStep.Noted(row, at, logged.updatedBy()));
            }
        }

        private void enter(LogState next, LoggedRow logged) {
            if (next == state) {
                return;
            }
            if (isHandled(state) && !isHandled(next)) {
                steps.add(new IncidentStep.Reopened(row, at));
            }
            // Leaving New shows that a person has looked, whatever comes next.
            if (next != LogState.NEW && !responded) {
                responded = true;
                steps.add(new IncidentStep.ResponseGiven(row, at, logged.updatedBy()));
            }
            switch (next) {
                case NEW, ACTIVE -> {
                    if (waitingFor(state) != null) {
                        steps.add(new IncidentStep.Resumed(row, at));
                    }
                }
                case AWAITING_USER_INFO, AWAITING_EVIDENCE, AWAITING_PROBLEM, AWAITING_VENDOR -> {
                    var party = Objects.requireNonNull(waitingFor(next));
                    if (party != waitingFor(state)) {
                        steps.add(new IncidentStep.Waiting(row, at, party));
                    }
                }
                case RESOLVED, CLOSED -> {
                    if (!isHandled(state)) {
                        steps.add(new IncidentStep.Handled(row, at, logged.updatedBy(), logged.closedCode()));
                    }
                }
            }
            state = next;
        }

        /** Priority 1 is reserved for First Class (INC-031); the log's two lowest are one. */
        private Priority priority(LoggedRow logged) {
            var day = at.atZone(IncidentLog.ZONE).toLocalDate();
            return switch (logged.priority()) {
                case 1 -> tenant.isFirstClassOn(day) ? Priority.P1 : Priority.P2;
                case 2 -> Priority.P2;
                default -> Priority.P3;
            };
        }

        private boolean isAssignedAnew(LoggedRow logged) {
            return !Objects.equals(group, logged.assignmentGroup()) || !Objects.equals(employee, logged.assignedTo());
        }

        private static boolean isHandled(LogState state) {
            return state == LogState.RESOLVED || state == LogState.CLOSED;
        }

        private static @Nullable Party waitingFor(LogState state) {
            return switch (state) {
                case AWAITING_USER_INFO, AWAITING_EVIDENCE -> Party.CUSTOMER;
                case AWAITING_PROBLEM, AWAITING_VENDOR -> Party.THIRD_PARTY;
                case NEW, ACTIVE, RESOLVED, CLOSED -> null;
            };
        }
    }
}
