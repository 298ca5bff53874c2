package nl.waarborg.availability.status.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.status.domain.ComponentState;
import nl.waarborg.availability.status.domain.MonthFigure;
import nl.waarborg.availability.status.domain.NoticeKind;
import nl.waarborg.availability.status.domain.NoticeState;
import nl.waarborg.availability.status.domain.NoticeUpdate;
import nl.waarborg.availability.status.domain.PlatformStatus;
import nl.waarborg.availability.status.domain.StatusNotice;
import nl.waarborg.availability.status.domain.UpdateKind;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.terms.AgreedCalendars;
import org.jspecify.annotations.Nullable;

/** The status as a document of its own; its schema stands with the contracts. */
@ApplicationScoped
public class StatusJson {

    private static final Duration GOES_BACK = Duration.ofDays(90);

    private final ObjectMapper json;

    public StatusJson(ObjectMapper json) {
        this.json = json.copy()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }

    /** @param ageMinutes how old what is known is; only while the current state cannot be fetched */
    record Document(
            String provider,
            String platform,
            Instant asOf,
            @Nullable Long ageMinutes,
            ComponentState state,
            List<Part> components,
            List<Notice> notices,
            List<MonthFigure> months) {}

    /** @param watched whether its monitors still say anything */
    record Part(Component component, ComponentState state, boolean watched) {}

    record Notice(
            UUID noticeId,
            NoticeKind kind,
            NoticeState state,
            List<Component> components,
            boolean someCustomers,
            @Nullable String text,
            Instant startsAt,
            @Nullable Instant plannedEndAt,
            @Nullable Instant endedAt,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            List<Update> updates) {}

    record Update(
            UpdateKind kind,
            Instant at,
            @Nullable String message,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}

    /** @param age of what is known; null while it is fresh */
    public byte[] write(PlatformStatus status, String platform, @Nullable Duration age) {
        var since = status.readAt().minus(GOES_BACK);
        var parts = status.components().stream()
                .map(component ->
                        new Part(component, status.state(component), status.watched(component, AgreedCalendars.ZONE)))
                .toList();
        var document = new Document(
                status.provider(),
                platform,
                status.readAt(),
                age == null ? null : age.toMinutes(),
                parts.stream().map(Part::state).max(Comparator.naturalOrder()).orElse(ComponentState.OPERATIONAL),
                parts,
                status.notices().stream()
                        .filter(notice -> notice.active()
                                || notice.planned()
                                || notice.startsAt().isAfter(since))
                        .map(StatusJson::notice)
                        .toList(),
                status.months());
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Notice notice(StatusNotice notice) {
        return new Notice(
                notice.noticeId(),
                notice.kind(),
                notice.state(),
                List.copyOf(notice.components()),
                notice.partial(),
                notice.text(),
                notice.startsAt(),
                notice.plannedEndAt(),
                notice.endedAt(),
                notice.expectedRecoveryAt(),
                notice.nextUpdateAt(),
                notice.updates().stream().map(StatusJson::update).toList());
    }

    private static Update update(NoticeUpdate update) {
        return new Update(
                update.kind(),
                update.at(),
                update.message(),
                update.expectedRecoveryAt(),
                update.nextUpdateAt(),
                update.startsAt(),
                update.endsAt());
    }
}
