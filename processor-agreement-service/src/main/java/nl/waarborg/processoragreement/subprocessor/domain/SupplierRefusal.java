package nl.waarborg.processoragreement.subprocessor.domain;

import java.util.Locale;

/** Why a supplier is not taken. */
public enum SupplierRefusal {
    OUTSIDE_REGION("PRA-037", "Personal data are processed within the European Economic Area only."),
    NO_ADEQUATE_PROTECTION("PRA-038", "Outside the EEA a decision of the European Commission on adequacy is needed."),
    DATA_CENTRE_ABROAD("PRA-036", "The agreement names the countries of the data centres, and this is none of them."),
    CERTIFICATE_MISSING("PRA-044", "A certificate that the agreement asks of suppliers is missing."),
    NO_SAME_OBLIGATIONS("PRA-042", "A written agreement must impose the vendor's own obligations on it."),
    AI_GUARANTEE_MISSING(
            "XSV-042", "External AI keeps data in the EEA and uses them neither for training nor for commerce.");

    private final String rule;
    private final String message;

    SupplierRefusal(String rule, String message) {
        this.rule = rule;
        this.message = message;
    }

    public String rule() {
        return rule;
    }

    String message() {
        return message;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
