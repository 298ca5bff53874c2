package nl.waarborg.processoragreement.subprocessor.domain;

import java.util.Set;

/** The European Economic Area: the members of the European Union, and Iceland, Liechtenstein and Norway. */
public final class Eea {

    /** ISO 3166-1 alpha-2. */
    private static final Set<String> COUNTRIES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private Eea() {}

    public static boolean contains(String country) {
        return COUNTRIES.contains(country);
    }
}
