package nl.waarborg.processoragreement.service.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.AppointmentCancelled;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.AppointmentPlanned;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.CancellationFeeDue;
import org.jspecify.annotations.Nullable;

/** An appointment with the vendor's people (XSV-034, XSV-035). */
public record Appointment(@Nullable AppointmentPlanned planned, boolean cancelled) {

    public static final String CATEGORY = "appointment";

    public static StreamId stream(UUID appointment) {
        return new StreamId(CATEGORY, appointment);
    }

    /** How much a late cancellation costs. */
    public enum FeeBasis {
        /** The amount of an analysis. */
        ANALYSIS,
        /** The amount for the appointment's duration. */
        DURATION
    }

    public sealed interface Command {

        /**
         * @param cancelBy last moment at which cancelling is free; null without a term for it, or for another kind of service
         * @param online as it is unless agreed otherwise
         */
        record PlanAppointment(
                UUID appointmentId,
                ServiceKind kind,
                @Nullable UUID requestId,
                Instant startsAt,
                Duration duration,
                boolean online,
                @Nullable Instant cancelBy,
                int termsVersion)
                implements Command {}

        record CancelAppointment(Instant receivedAt) implements Command {}
    }

    /** Its rules. */
    public static final class Rules implements Decider<Command, Appointment, AppointmentEvent> {

        @Override
        public Appointment initialState() {
            return new Appointment(null, false);
        }

        @Override
        public Decision<AppointmentEvent> decide(Command command, Appointment appointment) {
            return switch (command) {
                case Command.PlanAppointment c ->
                    appointment.planned() == null
                            ? Decision.of(new AppointmentPlanned(
                                    c.appointmentId(),
                                    c.kind(),
                                    c.requestId(),
                                    c.startsAt(),
                                    c.duration(),
                                    c.online(),
                                    c.cancelBy(),
                                    c.termsVersion()))
                            : Decision.nothing();
                case Command.CancelAppointment c -> cancel(c, appointment);
            };
        }

        private static Decision<AppointmentEvent> cancel(Command.CancelAppointment c, Appointment appointment) {
            var planned = appointment.planned();
            if (planned == null) {
                return Decision.reject("XSV-034", "no-appointment", "There is no such appointment.");
            }
            if (appointment.cancelled()) {
                return Decision.nothing();
            }
            if (!c.receivedAt().isBefore(planned.startsAt())) {
                return Decision.reject(
                        planned.kind() == ServiceKind.CONSULTANCY ? "XSV-035" : "XSV-034",
                        "appointment-began",
                        "The appointment has begun.");
            }
            var cancelled = new AppointmentCancelled(planned.appointmentId(), c.receivedAt());
            var by = planned.cancelBy();
            var basis = basis(planned.kind());
            if (by == null || basis == null || !c.receivedAt().isAfter(by)) {
                return Decision.of(cancelled);
            }
            return Decision.of(cancelled, new CancellationFeeDue(planned.appointmentId(), basis, planned.duration()));
        }

        /** Null: nobody agreed on a fee. */
        private static @Nullable FeeBasis basis(ServiceKind kind) {
            return switch (kind) {
                case SERVICE_MANAGEMENT -> FeeBasis.ANALYSIS;
                case CONSULTANCY -> FeeBasis.DURATION;
                case SUCCESS_MANAGEMENT -> null;
            };
        }

        @Override
        public Appointment evolve(Appointment appointment, AppointmentEvent event) {
            return switch (event) {
                case AppointmentPlanned e -> new Appointment(e, false);
                case AppointmentCancelled _ -> new Appointment(appointment.planned(), true);
                case CancellationFeeDue _ -> appointment;
            };
        }
    }
}
