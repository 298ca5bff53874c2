package nl.waarborg.processoragreement.agreement.domain;

/** What remains after the full licence (AFAS §4 tab. 14). */
public enum ExitOption {
    MINIMAL("XSV-015"),
    VIEW("XSV-016"),
    ARCHIVE("XSV-017"),
    STOP("XSV-018");

    private final String rule;

    ExitOption(String rule) {
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }
}
