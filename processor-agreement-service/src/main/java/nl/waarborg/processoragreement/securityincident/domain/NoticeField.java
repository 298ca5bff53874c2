package nl.waarborg.processoragreement.securityincident.domain;

import java.util.List;

/** What a controller must come to know of a breach (PRA-053, PRA-057). */
public enum NoticeField {
    NATURE,
    OCCURRED_AT,
    DETECTED_AT,
    DATA_SUBJECTS,
    DATA_CATEGORIES,
    MEASURES,
    CONSEQUENCES;

    /** Items a to e of PHOCUS art. 8.3; b is two moments. */
    static final List<NoticeField> FIVE_ITEMS =
            List.of(NATURE, OCCURRED_AT, DETECTED_AT, DATA_SUBJECTS, DATA_CATEGORIES, MEASURES);

    static final List<NoticeField> ALL = List.of(values());
}
