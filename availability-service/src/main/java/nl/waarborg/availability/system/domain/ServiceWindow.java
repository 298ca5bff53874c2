package nl.waarborg.availability.system.domain;

/** When a system is supposed to be available. */
public enum ServiceWindow {
    ALWAYS,
    /** Monday to Friday without holidays (AVL-044, OP-37). */
    WORKING_DAYS
}
