package nl.waarborg.availability.release.domain;

/** Why a migration may not be moved there. */
public enum MoveRefusal {
    /** AVL-036. */
    OUTSIDE_ROLLOUT("AVL-036", "outside-rollout", "The date lies outside the period in which all customers go over."),
    /** AVL-038, OP-32. */
    NOTICE_TOO_SHORT("AVL-038", "notice-too-short", "The date can no longer be made final in time."),
    /** OP-32. */
    DATE_FIXED("AVL-038", "date-fixed", "The date is final; a move needs the customer's consent or an emergency."),
    /** OP-33. */
    ACCEPTANCE_TOO_SHORT(
            "AVL-043",
            "acceptance-too-short",
            "The customer can not try the version on acceptance long enough before.");

    private final String rule;
    private final String code;
    private final String text;

    MoveRefusal(String rule, String code, String text) {
        this.rule = rule;
        this.code = code;
        this.text = text;
    }

    public String rule() {
        return rule;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }
}
