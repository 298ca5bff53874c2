package nl.waarborg.availability.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nl.waarborg.availability.login.api.LoginIntake;
import nl.waarborg.availability.login.automation.DailyMisuseCheck;
import nl.waarborg.availability.login.automation.WhenHourEndedThenJudgeLogins;
import nl.waarborg.availability.login.domain.LoginAnomaly;
import nl.waarborg.availability.login.domain.LoginAnomalyCommand;
import nl.waarborg.availability.login.domain.LoginAnomalyDecider;
import nl.waarborg.availability.login.domain.LoginAnomalyEvent;
import nl.waarborg.availability.login.domain.MisuseCheck;
import nl.waarborg.availability.login.domain.MisuseCheckCommand;
import nl.waarborg.availability.login.domain.MisuseCheckDecider;
import nl.waarborg.availability.login.domain.MisuseCheckEvent;
import nl.waarborg.availability.login.projection.LoginAnomaliesProjection;
import nl.waarborg.availability.login.projection.LoginSchedule;
import nl.waarborg.availability.login.projection.LoginSettings;
import nl.waarborg.availability.login.projection.MisuseReportsProjection;
import nl.waarborg.availability.login.publication.PublishedLogins;
import nl.waarborg.availability.login.storage.LoginEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.PostedRows;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.terms.AgreedCalendars;

/** Login attempts: what is abnormal is investigated, and misuse is looked for every day (AVL-030, AVL-031). */
@ApplicationScoped
class LoginAggregate implements Aggregate {

    private final LoginIntake intake;
    private final WhenHourEndedThenJudgeLogins judge;
    private final DailyMisuseCheck check;
    private final PersonalData personal;

    LoginAggregate(
            LoginIntake intake, WhenHourEndedThenJudgeLogins judge, DailyMisuseCheck check, PersonalData personal) {
        this.intake = intake;
        this.judge = judge;
        this.check = check;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<LoginAnomalyCommand, LoginAnomaly, LoginAnomalyEvent> anomalies(CommandHandlers handlers) {
        return handlers.of(new LoginAnomalyDecider(), LoginEventTypes.ANOMALY_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<MisuseCheckCommand, MisuseCheck, MisuseCheckEvent> misuseChecks(CommandHandlers handlers) {
        return handlers.of(new MisuseCheckDecider(), LoginEventTypes.MISUSE_EVENTS);
    }

    @Produces
    @Singleton
    static LoginSchedule schedule(LoginSettings settings) {
        return new LoginSchedule(AgreedCalendars.ZONE, settings.grace(), settings.checkAt());
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(LoginEventTypes.ANOMALY_EVENTS, LoginEventTypes.MISUSE_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new LoginAnomaliesProjection(personal), new MisuseReportsProjection(personal));
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return switch (recorded.event()) {
            case LoginAnomalyEvent event -> PublishedLogins.from(event);
            case MisuseCheckEvent event -> PublishedLogins.from(event);
            case null, default -> Optional.empty();
        };
    }

    @Override
    public List<PostedRows<?, ?>> postedRows() {
        return List.of(intake.type());
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(judge, check);
    }
}
