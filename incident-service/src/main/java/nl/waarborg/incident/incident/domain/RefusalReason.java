package nl.waarborg.incident.incident.domain;

/** Why a submission was refused (INC-012, INC-013, INC-061, XSV-014). */
public enum RefusalReason {
    NOT_AUTHORISED,
    ROLE_VIEW_ONLY,
    NO_SUPPORT_IN_LICENCE,
    AGREEMENT_ENDED
}
