package nl.waarborg.terms;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static nl.waarborg.terms.TermKey.Kind.AMOUNT;
import static nl.waarborg.terms.TermKey.Kind.CALENDAR;
import static nl.waarborg.terms.TermKey.Kind.CHOICE;
import static nl.waarborg.terms.TermKey.Kind.DAILY_HOURS;
import static nl.waarborg.terms.TermKey.Kind.FLAG;
import static nl.waarborg.terms.TermKey.Kind.MONEY;
import static nl.waarborg.terms.TermKey.Kind.PERCENTAGE;
import static nl.waarborg.terms.TermKey.Kind.SEVERAL;
import static nl.waarborg.terms.TermKey.Kind.SPAN;
import static nl.waarborg.terms.TermKey.Kind.TEXT;
import static nl.waarborg.terms.TermKey.Kind.WEEKLY_HOURS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.waarborg.terms.TermValue.Amount;
import nl.waarborg.terms.TermValue.CalendarReference;
import nl.waarborg.terms.TermValue.Choice;
import nl.waarborg.terms.TermValue.DailyHours;
import nl.waarborg.terms.TermValue.Flag;
import nl.waarborg.terms.TermValue.Money;
import nl.waarborg.terms.TermValue.Percentage;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.TermValue.Text;
import nl.waarborg.terms.TermValue.WeeklyHours;
import nl.waarborg.terms.calendar.Entitlement;
import nl.waarborg.terms.calendar.WorkingDayStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Every number and reading that an agreement can set, by the name under which it is published, with the kind of value that it
 * takes. A promise of several parts has a key for each ({@code dr.STORAGE.between.rpo}).
 */
public enum TermKey {
    // Support and incidents
    SUPPORT_CHANNEL_SUBMIT247("support.channel.submit247", CHOICE),
    SUPPORT_HOURS_MON_THU("support.hours.MON_THU", DAILY_HOURS),
    SUPPORT_HOURS_FRI("support.hours.FRI", DAILY_HOURS),
    SUPPORT_HOLIDAYS("support.holidays", CHOICE, HolidayRule.class),
    SUPPORT_ON_SITE_ROSTER("support.onSiteRoster", TEXT),
    SUPPORT_CALENDAR("support.calendar", CALENDAR),
    SUPPORT_HOURS_WEEKEND("support.hours.WEEKEND", DAILY_HOURS),
    CALAMITY_HOURS_MON_THU("calamity.hours.MON_THU", DAILY_HOURS),
    CALAMITY_HOURS_FRI("calamity.hours.FRI", DAILY_HOURS),
    CALAMITY_HOURS_WEEKEND("calamity.hours.WEEKEND", DAILY_HOURS),
    CALAMITY_HOLIDAYS("calamity.holidays", CHOICE, HolidayRule.class),
    CALAMITY_CALENDAR("calamity.calendar", CALENDAR),
    CALAMITY_CONTACT_WITHIN("calamity.contactWithin", SPAN),
    CALAMITY_OUTSIDE_HOURS("calamity.outsideHours", CHOICE, OutsideHoursContact.class),
    CALAMITY_GOVERNS("calamity.governs", CHOICE, CalamityHours.class),
    PRIORITY_P1_RESPONSE("priority.P1.response", SPAN),
    PRIORITY_P1_RECOVERY("priority.P1.recovery", SPAN),
    PRIORITY_P1_RESERVED_FOR("priority.P1.reservedFor", CHOICE, Entitlement.class),
    PRIORITY_P2_RESPONSE("priority.P2.response", SPAN),
    PRIORITY_P2_RECOVERY("priority.P2.recovery", SPAN),
    PRIORITY_P3_RESPONSE("priority.P3.response", SPAN),
    PRIORITY_P3_RECOVERY("priority.P3.recovery", SPAN),
    WORKING_DAY_COUNTING("workingDayCounting", CHOICE, WorkingDayStrategy.class),
    CLOCK_OUTSIDE_HOURS_START("clock.outsideHoursStart", CHOICE, ClockStart.class),
    CLOCK_PAUSE_WHILE_WAITING("clock.pauseWhileWaiting", CHOICE, PausePolicy.class),
    CLOCK_PRIORITY_CHANGE("clock.priorityChange", CHOICE, PriorityChangeRule.class),
    CLOCK_WARN_AFTER("clock.warnAfter", PERCENTAGE),
    INCIDENT_HANDLED_SHARE_WITHIN("incident.handledShareWithin", SPAN),
    INVESTIGATION_COPY_DELETE_AFTER_CLOSE("investigationCopy.deleteAfterClose", SPAN),
    INVESTIGATION_COPY_MAX_AGE("investigationCopy.maxAge", SPAN),
    SUPPORT_PLUS_AVAILABLE("supportPlus.available", FLAG),
    PHONE_AUTHORISATION_CHECK("phoneAuthorisationCheck", CHOICE),
    ESCALATION_PATH("escalation.path", CHOICE),
    SUPPORT_FREE("support.free", SEVERAL),
    SUPPORT_CHARGED("support.charged", SEVERAL),
    SUPPORT_NONE("support.none", SEVERAL),
    SIGNAL_KNOWLEDGE_QUESTIONS_PERIOD("signal.knowledgeQuestions.period", SPAN),
    SIGNAL_KNOWLEDGE_QUESTIONS_PER_USERS("signal.knowledgeQuestions.perUsers", AMOUNT),

    // Availability, maintenance, performance
    AVAILABILITY_FLOOR("availability.floor", PERCENTAGE),
    AVAILABILITY_COMPONENTS("availability.components", SEVERAL),
    AVAILABILITY_ASSUMED_ON("availability.assumedOn", CHOICE),
    AVAILABILITY_EXCLUSIONS("availability.exclusions", SEVERAL),
    AVAILABILITY_OWN_INFRASTRUCTURE("availability.ownInfrastructure", TEXT),
    DATACENTRE_NETWORK_AVAILABILITY("datacentre.networkAvailability", PERCENTAGE),
    MAINTENANCE_NOTICE("maintenance.notice", SPAN),
    MAINTENANCE_WINDOW("maintenance.window", WEEKLY_HOURS),
    PATCH_WINDOW("patch.window", WEEKLY_HOURS),
    MIGRATION_DATE_FINAL_BEFORE("migration.dateFinalBefore", SPAN),
    MIGRATION_ROLLOUT_DURATION("migration.rolloutDuration", SEVERAL),
    MIGRATION_UNAVAILABILITY("migration.unavailability", SEVERAL),
    MIGRATION_OFFICE_HOURS_TO_AVOID("migration.officeHoursToAvoid", WEEKLY_HOURS),
    ACCEPTANCE_LEAD_TIME("acceptance.leadTime", SPAN),
    PERFORMANCE_SCREENS_SHARE("performance.screens.share", PERCENTAGE),
    PERFORMANCE_SCREENS_WITHIN("performance.screens.within", SPAN),
    PERFORMANCE_SCREENS_WINDOWS("performance.screens.windows", SEVERAL),
    PERFORMANCE_INSITE_HOME("performance.insiteHome", SPAN),
    IMPROVEMENT_PLAN("improvementPlan", CHOICE),
    STATUS_PAGE("statusPage", FLAG),

    // Backup and recovery
    BACKUP_OWNER("backup.owner", CHOICE),
    BACKUP_FREQUENCY("backup.frequency", SPAN),
    BACKUP_CONTINUOUS_COPY("backup.continuousCopy", FLAG),
    BACKUP_LOCATIONS("backup.locations", SEVERAL),
    BACKUP_RETENTION_DAILY("backup.retention.daily", SPAN),
    BACKUP_RETENTION_MONTHLY("backup.retention.monthly", SPAN),
    BACKUP_RETENTION_YEARLY("backup.retention.yearly", SPAN),
    BACKUP_COVERED_ENVIRONMENTS("backup.coveredEnvironments", SEVERAL),
    DR_DATACENTRE_RPO("dr.DATACENTRE.rpo", SPAN),
    DR_DATACENTRE_RTO("dr.DATACENTRE.rto", SPAN),
    DR_STORAGE_WITHIN_RPO("dr.STORAGE.within.rpo", SPAN),
    DR_STORAGE_BETWEEN_RPO("dr.STORAGE.between.rpo", SPAN),
    DR_STORAGE_BETWEEN_RTO("dr.STORAGE.between.rto", SPAN),
    DR_DATABASE_SERVER_RPO("dr.DATABASE_SERVER.rpo", SPAN),
    DR_DATABASE_SERVER_RTO("dr.DATABASE_SERVER.rto", SPAN),
    DR_DELETED_BY_USER_SAME_DAY_RPO("dr.DELETED_BY_USER.sameDay.rpo", SPAN),
    DR_DELETED_BY_USER_SAME_DAY_RTO("dr.DELETED_BY_USER.sameDay.rto", SPAN),
    DR_DELETED_BY_USER_OTHER_RPO("dr.DELETED_BY_USER.other.rpo", SPAN),
    DR_DELETED_BY_USER_OTHER_RTO("dr.DELETED_BY_USER.other.rto", SPAN),
    DATA_AFTER_CONTRACT("data.afterContract", CHOICE),
    DATA_AFTER_CONTRACT_ARCHIVED_FOR("data.afterContract.archivedFor", SPAN),
    DATA_AFTER_CONTRACT_EARLIER_ON_REQUEST("data.afterContract.earlierOnRequest", FLAG),
    DATA_AFTER_CONTRACT_COSTS_FOR("data.afterContract.costsFor", CHOICE),
    DATA_DURING_CONTRACT("data.duringContract", TEXT),
    PAYROLL_RECORDS_RETENTION("payrollRecords.retention", SPAN),

    // Privacy and processor agreement
    BREACH_INFORM_WITHIN("breach.informWithin", SPAN),
    BREACH_SCOPE_OF_DEADLINE("breach.scopeOfDeadline", CHOICE),
    BREACH_MANDATORY_FIELDS("breach.mandatoryFields", CHOICE),
    BREACH_CONTROLLER_WINDOW("breach.controllerWindow", SPAN),
    BREACH_RECIPIENTS("breach.recipients", SEVERAL),
    BREACH_ASK_VENDOR_FIRST("breach.askVendorFirst", FLAG),
    BREACH_FOLLOW_INSTRUCTIONS("breach.followInstructions", FLAG),
    BREACH_DEFINITION("breach.definition", CHOICE),
    BREACH_SUBPROCESSOR_INFORMS_WITHIN("breach.subprocessorInformsWithin", SPAN),
    INCIDENT_INCLUDES_DATA_SUBJECT_REQUESTS("incident.includesDataSubjectRequests", FLAG),
    DATA_SUBJECT_REQUEST("dataSubject.request", CHOICE),
    DATA_SUBJECT_ASSISTANCE("dataSubject.assistance", CHOICE),
    SUBPROCESSOR_NOTICE("subprocessor.notice", SPAN),
    SUBPROCESSOR_NOTICE_KIND("subprocessor.noticeKind", SEVERAL),
    SUBPROCESSOR_OBJECTION("subprocessor.objection", CHOICE),
    SUBPROCESSOR_LIABILITY("subprocessor.liability", CHOICE),
    PROCESSING_REGION("processing.region", SEVERAL),
    PROCESSING_DATA_CENTRES("processing.dataCentres", SEVERAL),
    AUDIT_BY("audit.by", SEVERAL),
    AUDIT_COST("audit.cost", CHOICE),
    CERTIFICATES_VENDOR("certificates.vendor", SEVERAL),
    CERTIFICATES_SUBPROCESSOR("certificates.subprocessor", SEVERAL),
    SECURITY_TEST_EVERY("securityTest.every", SPAN),
    TERMINATION_SURVIVES("termination.survives", SEVERAL),
    AGREEMENT_ACCEPTANCE("agreement.acceptance", CHOICE),
    VENDOR_STAFF_SCREENING("vendorStaff.screening", SEVERAL),
    LAW_AND_COURT("lawAndCourt", TEXT),

    // Contract, licence, services, payroll
    SLA_CHANGE_FREQUENCY("sla.changeFrequency", AMOUNT),
    SLA_CHANGE_ANNOUNCEMENT("sla.changeAnnouncement", CHOICE),
    SLA_CHANGE_REJECTION("sla.changeRejection", CHOICE),
    SLA_CHANGE_REJECTION_OLD_TERMS_FOR("sla.changeRejection.oldTermsFor", SPAN),
    SLA_CHANGE_RECORD("sla.changeRecord", CHOICE),
    LICENCE_FIRST_CANCELLATION("licence.firstCancellation", SPAN),
    LICENCE_CANCEL_BEFORE("licence.cancelBefore", SPAN),
    EXIT_OPTIONS("exit.options", SEVERAL),
    EXIT_HIGHEST_MONTH_OF("exit.highestMonthOf", SPAN),
    EXIT_MINIMAL_ERP_USERS("exit.MINIMAL.erpUsers", AMOUNT),
    EXIT_MINIMAL_HRM_USERS("exit.MINIMAL.hrmUsers", AMOUNT),
    EXIT_VIEW_PRICE("exit.VIEW.price", PERCENTAGE),
    EXIT_VIEW_MINIMUM("exit.VIEW.minimum", MONEY),
    EXIT_VIEW_USERS("exit.VIEW.users", AMOUNT),
    EXIT_VIEW_MAX_TERM("exit.VIEW.maxTerm", SPAN),
    EXIT_ARCHIVE_PRICE("exit.ARCHIVE.price", PERCENTAGE),
    EXIT_ARCHIVE_MINIMUM("exit.ARCHIVE.minimum", MONEY),
    EXIT_STOP_DATA_KEPT_FOR("exit.STOP.dataKeptFor", SPAN),
    FIRST_CLASS("firstClass", FLAG),
    FIRST_CLASS_START("firstClass.start", CHOICE),
    FIRST_CLASS_NOTICE("firstClass.notice", SPAN),
    FIRST_CLASS_MEETINGS_MOST("firstClass.meetings.most", SPAN),
    FIRST_CLASS_MEETINGS_PER("firstClass.meetings.per", SPAN),
    FIRST_CLASS_SESSIONS_PER_YEAR("firstClass.optimisationSessions.perYear", AMOUNT),
    FIRST_CLASS_SESSIONS_MONTHS("firstClass.optimisationSessions.months", SEVERAL),
    FIRST_CLASS_INCLUDES_ACCEPT("firstClass.includesAccept", FLAG),
    SERVICE_MODULES("serviceModules", SEVERAL),
    APPOINTMENT_CANCEL_BEFORE("appointment.cancelBefore", SPAN),
    SERVICE_MANAGEMENT_ASSESS_WITHIN("serviceManagement.assessWithin", SPAN),
    CONSULTANCY_DAY("consultancy.day", SPAN),
    L3_MINIMUM_TERM("l3.minimumTerm", SPAN),
    L3_CANCEL_BEFORE("l3.cancelBefore", SPAN),
    TRAINEESHIP_ACCESS_BEFORE("traineeship.accessBefore", SPAN),
    TRAINEESHIP_ACCESS_AFTER("traineeship.accessAfter", SPAN),
    EXTRA_WORK_BILLING("extraWork.billing", CHOICE),
    EXTRA_WORK_FIXED_PRICE("extraWork.fixedPrice", SEVERAL),
    PAYROLL_PERIOD_CALENDAR("payroll.periodCalendar", CHOICE),
    PAYROLL_LATE_MUTATION("payroll.lateMutation", CHOICE),
    PAYROLL_PRE_CHECK("payroll.preCheck", SEVERAL),
    PAYROLL_RUN_EXECUTION("payroll.runExecution", CHOICE),
    REPORTING_MONTHLY_SLA("reporting.monthlySla", SEVERAL),
    REPORTING_MONTHLY_SLA_FOR("reporting.monthlySla.for", CHOICE, Entitlement.class),
    AI_FAIR_USE("ai.fairUse", AMOUNT),
    CONTINUITY_BANKRUPTCY("continuity.bankruptcy", SPAN);
    /** What kind of value a key takes. */
    public enum Kind {
        SPAN(Span.class, "a time such as PT48H, P1M, 3 WORKING_DAYS, 5 CALENDAR_DAYS or OPEN PT8H"),
        DAILY_HOURS(DailyHours.class, "the hours of a day such as 08:00-17:00, or NO_HOURS"),
        WEEKLY_HOURS(WeeklyHours.class, "the hours of a week such as MON_FRI 07:00-18:00; SAT 09:00-12:00"),
        CALENDAR(CalendarReference.class, "a calendar such as CALENDAR AFAS_SLA/support"),
        CHOICE(Choice.class, "one word"),
        AMOUNT(Amount.class, "a number"),
        PERCENTAGE(Percentage.class, "a percentage such as 99.5 %"),
        MONEY(Money.class, "an amount such as EUR 100.00"),
        FLAG(Flag.class, "true or false"),
        TEXT(Text.class, "words"),
        SEVERAL(Several.class, "several values such as [PT5M, PT2H30M]");

        private final Class<? extends TermValue> values;
        private final String expected;

        Kind(Class<? extends TermValue> values, String expected) {
            this.values = values;
            this.expected = expected;
        }
    }

    private static final Map<String, TermKey> BY_KEY =
            Arrays.stream(values()).collect(toUnmodifiableMap(TermKey::key, Function.identity()));

    private final String key;
    private final Kind kind;
    private final @Nullable Class<? extends Enum<?>> choices;

    TermKey(String key, Kind kind) {
        this(key, kind, null);
    }

    TermKey(String key, Kind kind, @Nullable Class<? extends Enum<?>> choices) {
        this.key = key;
        this.kind = kind;
        this.choices = choices;
    }

    /** The published name: {@code priority.P1.response}. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** The key of this name, if there is one. */
    public static Optional<TermKey> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /**
     * Reads a value for this key. A choice may be written in any case ({@code nextOpening}), words without quotes.
     *
     * @throws UnacceptableTerms naming the key and what it takes, when the form is of another kind
     */
    public TermValue read(String form) {
        try {
            return accept(kind == TEXT && !form.startsWith("\"") ? new Text(form) : TermValue.parse(form));
        } catch (UnacceptableTerms e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UnacceptableTerms(key, "takes " + expected() + "; " + e.getMessage());
        }
    }

    /**
     * The value as this key takes it.
     *
     * @throws UnacceptableTerms naming the key and what it takes, when the value is of another kind
     */
    public TermValue accept(TermValue value) {
        if (!kind.values.isInstance(value)) {
            throw new UnacceptableTerms(key, "takes " + expected() + ", not '" + value + "'");
        }
        if (choices != null && value instanceof Choice choice) {
            return Arrays.stream(choices.getEnumConstants())
                    .filter(constant -> letters(constant.name()).equals(letters(choice.word())))
                    .findFirst()
                    .map(constant -> new Choice(constant.name()))
                    .orElseThrow(() -> new UnacceptableTerms(key, "takes " + expected() + ", not '" + value + "'"));
        }
        return value;
    }

    private String expected() {
        return choices == null
                ? kind.expected
                : Arrays.stream(choices.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" or "));
    }

    private static String letters(String word) {
        return word.replace("_", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return key;
    }
}
