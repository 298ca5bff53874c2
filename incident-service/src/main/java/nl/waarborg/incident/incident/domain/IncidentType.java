package nl.waarborg.incident.incident.domain;

/** What a report is about (INC-001, AFAS Def. Incident). */
public enum IncidentType {
    /** Fout. */
    FAULT,
    /** Storing. */
    DISRUPTION,
    /** Inrichtingsvraagstuk. */
    CONFIGURATION_QUESTION,
    /** Kennisvraag. */
    KNOWLEDGE_QUESTION;

    /** Questions on functionality and user questions are always priority 3 (INC-029). */
    public boolean isQuestion() {
        return switch (this) {
            case CONFIGURATION_QUESTION, KNOWLEDGE_QUESTION -> true;
            case FAULT, DISRUPTION -> false;
        };
    }
}
