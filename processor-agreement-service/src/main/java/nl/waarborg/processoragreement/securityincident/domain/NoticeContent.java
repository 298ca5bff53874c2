package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known so far, or what a supplement adds; null is not known yet and never blocks a notice. */
public record NoticeContent(
        @Nullable String nature,
        @Nullable Instant occurredAt,
        @Nullable Instant detectedAt,
        @Nullable String dataSubjects,
        @Nullable String dataCategories,
        @Nullable String measures,
        @Nullable String consequences) {

    public static final NoticeContent NOTHING = new NoticeContent(null, null, null, null, null, null, null);

    public Set<NoticeField> supplied() {
        var supplied = EnumSet.noneOf(NoticeField.class);
        for (var field : NoticeField.values()) {
            if (value(field) != null) {
                supplied.add(field);
            }
        }
        return supplied;
    }

    public @Nullable Object value(NoticeField field) {
        return switch (field) {
            case NATURE -> nature;
            case OCCURRED_AT -> occurredAt;
            case DETECTED_AT -> detectedAt;
            case DATA_SUBJECTS -> dataSubjects;
            case DATA_CATEGORIES -> dataCategories;
            case MEASURES -> measures;
            case CONSEQUENCES -> consequences;
        };
    }

    /** The same, with what became known later in its place. */
    public NoticeContent with(NoticeContent later) {
        return new NoticeContent(
                or(later.nature, nature),
                or(later.occurredAt, occurredAt),
                or(later.detectedAt, detectedAt),
                or(later.dataSubjects, dataSubjects),
                or(later.dataCategories, dataCategories),
                or(later.measures, measures),
                or(later.consequences, consequences));
    }

    private static <T> @Nullable T or(@Nullable T later, @Nullable T earlier) {
        return later == null ? earlier : later;
    }
}
