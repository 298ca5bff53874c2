package nl.waarborg.availability.login.domain;

/** @param checked a day is checked once */
public record MisuseCheck(boolean checked) {}
