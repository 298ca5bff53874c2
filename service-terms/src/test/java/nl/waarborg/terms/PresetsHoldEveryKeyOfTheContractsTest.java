package nl.waarborg.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.waarborg.terms.TermValue.Percentage;
import org.junit.jupiter.api.Test;

/** The two agreements side by side; what a document does not say is absent. */
class PresetsHoldEveryKeyOfTheContractsTest {

    /** The keys of the side-by-side table. A promise of several parts has its name as prefix. */
    private static final List<String> BOTH = List.of(
            "support.hours.MON_THU",
            "support.hours.FRI",
            "support.holidays",
            "phoneAuthorisationCheck",
            "escalation.path",
            "support.free",
            "availability.components",
            "backup.owner",
            "data.afterContract",
            "data.duringContract",
            "breach.informWithin",
            "breach.scopeOfDeadline",
            "breach.mandatoryFields",
            "breach.recipients",
            "breach.definition",
            "incident.includesDataSubjectRequests",
            "dataSubject.request",
            "dataSubject.assistance",
            "subprocessor.noticeKind",
            "subprocessor.liability",
            "processing.region",
            "audit.by",
            "audit.cost",
            "certificates.vendor",
            "certificates.subprocessor",
            "termination.survives",
            "agreement.acceptance",
            "vendorStaff.screening",
            "lawAndCourt",
            "sla.changeAnnouncement",
            "sla.changeRejection",
            "sla.changeRecord",
            "serviceModules",
            "extraWork.billing",
            "payroll.runExecution");

    private static final List<String> AFAS_ONLY = List.of(
            "support.channel.submit247",
            "calamity.hours.MON_THU",
            "calamity.hours.FRI",
            "calamity.hours.WEEKEND",
            "calamity.contactWithin",
            "calamity.outsideHours",
            "priority.P1.response",
            "priority.P1.recovery",
            "priority.P2.response",
            "priority.P2.recovery",
            "priority.P3.response",
            "priority.P3.recovery",
            "clock.outsideHoursStart",
            "clock.pauseWhileWaiting",
            "investigationCopy.deleteAfterClose",
            "investigationCopy.maxAge",
            "supportPlus.available",
            "availability.floor",
            "availability.exclusions",
            "datacentre.networkAvailability",
            "maintenance.notice",
            "maintenance.window",
            "patch.window",
            "migration.dateFinalBefore",
            "migration.rolloutDuration",
            "migration.unavailability",
            "migration.officeHoursToAvoid",
            "acceptance.leadTime",
            "performance.screens",
            "performance.insiteHome",
            "improvementPlan",
            "statusPage",
            "backup.frequency",
            "backup.locations",
            "backup.retention.daily",
            "backup.retention.monthly",
            "backup.retention.yearly",
            "backup.coveredEnvironments",
            "dr.DATACENTRE",
            "dr.STORAGE.within",
            "dr.STORAGE.between",
            "dr.DATABASE_SERVER",
            "dr.DELETED_BY_USER.sameDay",
            "dr.DELETED_BY_USER.other",
            "breach.controllerWindow",
            "breach.askVendorFirst",
            "subprocessor.notice",
            "subprocessor.objection",
            "sla.changeFrequency",
            "licence.firstCancellation",
            "licence.cancelBefore",
            "exit.options",
            "firstClass",
            "appointment.cancelBefore",
            "serviceManagement.assessWithin",
            "reporting.monthlySla",
            "continuity.bankruptcy");

    private static final List<String> PHOCUS_ONLY = List.of(
            "support.onSiteRoster",
            "payrollRecords.retention",
            "payroll.periodCalendar",
            "payroll.lateMutation",
            "payroll.preCheck");

    @Test
    void every_key_of_the_table_is_a_key_or_the_name_of_several() {
        var unknown = new TreeSet<String>();
        Stream.of(BOTH, AFAS_ONLY, PHOCUS_ONLY).flatMap(List::stream).forEach(key -> {
            if (keysOf(key).isEmpty()) {
                unknown.add(key);
            }
        });
        assertEquals(new TreeSet<>(), unknown);
    }

    @Test
    void both_agreements_say_what_they_say_and_nothing_else() {
        BOTH.forEach(key -> {
            assertTrue(says(Preset.AFAS_SLA, key), key);
            assertTrue(says(Preset.PHOCUS_CLOUD, key), key);
        });
        AFAS_ONLY.forEach(key -> {
            assertTrue(says(Preset.AFAS_SLA, key), key);
            assertFalse(says(Preset.PHOCUS_CLOUD, key), key);
        });
        PHOCUS_ONLY.forEach(key -> {
            assertFalse(says(Preset.AFAS_SLA, key), key);
            assertTrue(says(Preset.PHOCUS_CLOUD, key), key);
        });
    }

    @Test
    void every_term_names_its_clause_and_reads_back_from_its_form() {
        for (var preset : Preset.values()) {
            preset.terms().forEach((key, term) -> {
                assertFalse(term.clause().isBlank(), key::key);
                assertEquals(term.value(), key.read(term.value().toString()), key::key);
                assertEquals(Term.Origin.PRESET, term.origin());
            });
        }
    }

    @Test
    void a_recovery_time_that_depends_on_the_situation_is_absent() {
        assertEquals(Optional.empty(), Terms.of(Preset.AFAS_SLA).find(TermKey.DR_DATACENTRE_RTO));
        assertEquals(Optional.empty(), Terms.of(Preset.AFAS_SLA).find(TermKey.BREACH_SUBPROCESSOR_INFORMS_WITHIN));
    }

    @Test
    void numbers_are_decimal() {
        assertEquals(
                new BigDecimal("0.995"),
                Terms.of(Preset.AFAS_SLA)
                        .value(TermKey.AVAILABILITY_FLOOR, Percentage.class)
                        .orElseThrow()
                        .fraction());
    }

    private static List<TermKey> keysOf(String name) {
        return Arrays.stream(TermKey.values())
                .filter(key -> key.key().equals(name) || key.key().startsWith(name + "."))
                .toList();
    }

    /** For a key that is also the prefix of other keys, the key itself counts. */
    private static boolean says(Preset preset, String name) {
        return TermKey.of(name).map(List::of).orElse(keysOf(name)).stream().anyMatch(preset.terms()::containsKey);
    }
}
