package nl.waarborg.availability.login.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.login.api.PostedLogins.PostedCount;
import nl.waarborg.availability.login.domain.LoginCount;
import nl.waarborg.availability.login.domain.LoginSubject;
import nl.waarborg.availability.login.projection.LoginRows;
import nl.waarborg.availability.login.projection.LoginRows.Hour;
import nl.waarborg.availability.login.projection.LoginRows.Logins;
import nl.waarborg.availability.login.projection.LoginSchedule;
import nl.waarborg.availability.login.projection.Pseudonyms;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.inbound.PostedRows;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Takes counted logins in: all of an event or none. */
@ApplicationScoped
public class LoginIntake {

    private final Pseudonyms pseudonyms;
    private final LoginSchedule schedule;
    private final InstantSource clock;
    private final Settings.Events settings;

    public LoginIntake(Pseudonyms pseudonyms, LoginSchedule schedule, InstantSource clock, Settings.Events settings) {
        this.pseudonyms = pseudonyms;
        this.schedule = schedule;
        this.clock = clock;
        this.settings = settings;
    }

    public PostedRows<PostedLogins, Logins> type() {
        return PostedRows.of(PostedLogins.TYPE, PostedLogins.class, this::read, new LoginRows(schedule));
    }

    private Logins read(CommandContext context, PostedLogins posted) {
        var latest = clock.instant().plus(settings.futureTolerance());
        var faults = new ArrayList<FieldError>();
        var hours = new ArrayList<Hour>();
        for (var i = 0; i < posted.hours().size(); i++) {
            var each = posted.hours().get(i);
            if (!each.hour().equals(each.hour().truncatedTo(ChronoUnit.HOURS))) {
                faults.add(new FieldError("/data/hours/" + i + "/hour", "must be the start of an hour"));
            } else if (each.hour().isAfter(latest)) {
                faults.add(new FieldError("/data/hours/" + i + "/hour", "has not begun yet"));
            }
            var counts = new ArrayList<LoginCount>();
            counts.add(new LoginCount(LoginSubject.TENANT, null, each.attempts(), each.failed()));
            counts.addAll(counts(context.tenant(), LoginSubject.ACCOUNT, each.accounts()));
            counts.addAll(counts(context.tenant(), LoginSubject.ADDRESS, each.addresses()));
            if (counts.stream().anyMatch(count -> count.failed() > count.attempts())) {
                faults.add(new FieldError("/data/hours/" + i, "more attempts failed than were made"));
            }
            hours.add(new Hour(each.hour(), counts));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalidFields(faults);
        }
        return new Logins(context.tenant(), context.occurredAt(), context.historic(), hours);
    }

    private List<LoginCount> counts(UUID tenant, LoginSubject subject, @Nullable List<PostedCount> posted) {
        return posted == null
                ? List.of()
                : posted.stream()
                        .map(count -> new LoginCount(
                                subject,
                                pseudonyms
                                        .of(tenant, subject, count.pseudonym())
                                        .orElseThrow(() -> new ProblemException(
                                                ProblemKind.UNKNOWN_TENANT, "the data of this tenant were destroyed")),
                                count.attempts(),
                                count.failed()))
                        .toList();
    }
}
