package nl.waarborg.eventsourcing.web;

import java.util.Set;

/** The roles that a token may carry in {@code groups}; names as constants for {@code @RolesAllowed}. */
public final class Roles {

    public static final String ADMINISTRATOR = "administrator";
    public static final String INCIDENT_SUBMITTER = "incident-submitter";
    public static final String INCIDENT_VIEWER = "incident-viewer";
    public static final String FUNCTIONAL_ADMINISTRATOR = "functional-administrator";
    public static final String AGREEMENT_CONTACT = "agreement-contact";
    public static final String PRIVACY_CONTACT = "privacy-contact";
    public static final String AUTHORISED_CONTACT = "authorised-contact";
    public static final String OUTPUT_RECIPIENT = "output-recipient";
    public static final String EMPLOYEE = "employee";

    public static final String SUPPORT_AGENT = "support-agent";
    public static final String FIRST_CLASS_AGENT = "first-class-agent";
    public static final String OPERATOR = "operator";
    public static final String PAYROLL_PROCESSOR = "payroll-processor";
    public static final String SERVICE_MANAGER = "service-manager";
    public static final String AGREEMENT_MANAGER = "agreement-manager";
    public static final String SECURITY_OFFICER = "security-officer";
    public static final String ICT_MANAGER = "ict-manager";
    public static final String BOARD = "board";
    public static final String AUDITOR = "auditor";
    public static final String ACCOUNT_MANAGER = "account-manager";
    public static final String CONSULTANT = "consultant";

    /** A system that posts events, within its grant. */
    public static final String EVENT_PRODUCER = "event-producer";

    /** Roles of the customer's people: their token names one tenant. */
    public static final Set<String> CUSTOMER = Set.of(
            ADMINISTRATOR,
            INCIDENT_SUBMITTER,
            INCIDENT_VIEWER,
            FUNCTIONAL_ADMINISTRATOR,
            AGREEMENT_CONTACT,
            PRIVACY_CONTACT,
            AUTHORISED_CONTACT,
            OUTPUT_RECIPIENT,
            EMPLOYEE);

    /** Roles of the vendor's people: their token names a provider, whose tenants they see. */
    public static final Set<String> VENDOR = Set.of(
            SUPPORT_AGENT,
            FIRST_CLASS_AGENT,
            OPERATOR,
            PAYROLL_PROCESSOR,
            SERVICE_MANAGER,
            AGREEMENT_MANAGER,
            SECURITY_OFFICER,
            ICT_MANAGER,
            BOARD,
            AUDITOR,
            ACCOUNT_MANAGER,
            CONSULTANT);

    private Roles() {}
}
