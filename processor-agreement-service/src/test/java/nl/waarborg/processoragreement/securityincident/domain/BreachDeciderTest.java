package nl.waarborg.processoragreement.securityincident.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.contact.domain.ContactRole;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.AnnounceAuthorityReport;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.DetectBreach;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.InformController;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.NoticeMissedDeadline;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecomputeClocks;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordAuthorityReport;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordBreachAssessment;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordNobodyReached;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordNoticeFailed;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordNoticeSent;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.SupplementBreachNotice;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportAnnounced;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityWindowElapsed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachAssessmentRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachClocksRecomputed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDeadlineMissWithdrawn;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDetected;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeFailed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSupplemented;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachRecipientMissing;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.ControllerInformDeadlineMissed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.ControllerInformed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.SubprocessorInformDeadlineMissed;
import nl.waarborg.processoragreement.securityincident.domain.BreachMails.Mailed;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreachDeciderTest {

    private static final UUID INCIDENT = new UUID(1, 1);
    private static final UUID CONTACT = new UUID(2, 1);
    private static final UUID RELATED = new UUID(3, 1);
    private static final NoticeContent NATURE_ONLY =
            new NoticeContent("An export went to the wrong recipient", null, null, null, null, null, null);
    private static final Instant DISCOVERED = at("2026-03-27T20:00");
    private static final Instant INFORM_BY = at("2026-03-29T21:00");

    private final DeciderSpecification<BreachCommand, Breach, BreachEvent> breach =
            new DeciderSpecification<>(new BreachDecider());

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AgreedCalendars.ZONE).toInstant();
    }

    private static BreachTerms terms(Preset preset, Map<String, String> deviations) {
        var terms = Terms.of(preset, Deviation.read(deviations));
        return new BreachTerms(terms, AgreedCalendars.of(terms).support().hours());
    }

    private static final BreachTerms AFAS = terms(Preset.AFAS_SLA, Map.of());
    private static final BreachTerms PHOCUS = terms(Preset.PHOCUS_CLOUD, Map.of());

    private static DetectBreach detection(
            BreachTerms terms, IncidentType type, Instant discoveredAt, @Nullable Instant discoveredThere) {
        var clocks = new ArrayList<ClockRun>();
        Optional.ofNullable(discoveredThere).flatMap(terms::subprocessor).ifPresent(clocks::add);
        terms.controller(type, discoveredAt).ifPresent(clocks::add);
        return new DetectBreach(
                INCIDENT,
                type,
                discoveredThere == null ? IncidentOrigin.OWN : IncidentOrigin.SUBPROCESSOR,
                discoveredAt,
                null,
                List.of(RELATED),
                "An export went astray",
                1,
                clocks,
                terms.mandatoryFields());
    }

    private List<BreachEvent> detected() {
        return breach.given()
                .when(detection(AFAS, IncidentType.SECURITY, DISCOVERED, null))
                .events();
    }

    private List<BreachEvent> informed(Instant informedAt) {
        var history = new ArrayList<>(detected());
        history.addAll(
                breach.given(history).when(inform(informedAt, "found late")).events());
        return history;
    }

    private static InformController inform(Instant informedAt, @Nullable String lateReason) {
        return new InformController(
                informedAt,
                NATURE_ONLY,
                lateReason,
                List.of(CONTACT),
                false,
                AFAS.authority(informedAt).orElse(null));
    }

    private static RecomputeClocks corrected(Instant discoveredAt, Instant when) {
        return new RecomputeClocks(
                discoveredAt,
                1,
                AFAS.controller(IncidentType.SECURITY, discoveredAt).stream().toList(),
                when);
    }

    @Nested
    class Clocks {

        @Test
        @Rule({"PRA-048", "PRA-050"})
        void afas_informs_within_48_elapsed_hours_and_the_controller_has_72_from_then() {
            var inform = AFAS.controller(IncidentType.SECURITY, DISCOVERED).orElseThrow();
            assertEquals(INFORM_BY, inform.deadline());
            assertEquals("PT48H", inform.term());
            assertEquals("AFAS §5.8.3 (OP-47)", inform.clause());
            assertEquals("PRA-048", inform.rule());
            assertNull(inform.calendar(), "elapsed hours run through the weekend");
            assertEquals(
                    at("2026-04-01T21:00"),
                    AFAS.authority(INFORM_BY).orElseThrow().deadline());
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-06T15:00, 2026-03-09T15:00",
            "2026-03-07T10:00, 2026-03-09T10:00",
            "2026-03-05T18:30, 2026-03-06T17:00"
        })
        @Rule("PRA-057")
        void phocus_informs_of_type_c_within_a_working_day_of_detection(String detected, String deadline) {
            var inform = PHOCUS.controller(IncidentType.C, at(detected)).orElseThrow();
            assertEquals(at(deadline), inform.deadline());
            assertEquals("PRA-057", inform.rule());
            assertEquals("PHOCUS_CLOUD/service-center version 1", inform.calendar());
            assertNull(inform.outerLimit(), "a regulation on hours says nothing of working days");
        }

        @Test
        @Rule({"PRA-055", "PRA-056"})
        void what_is_only_told_without_delay_has_no_clock() {
            assertTrue(PHOCUS.controller(IncidentType.A, DISCOVERED).isEmpty());
            assertTrue(PHOCUS.controller(IncidentType.B, DISCOVERED).isEmpty());
            assertTrue(PHOCUS.controller(IncidentType.SECURITY, DISCOVERED).isPresent(), "a breach of security");
            assertTrue(PHOCUS.authority(DISCOVERED).isEmpty(), "72 hours are not in that agreement");
            assertTrue(AFAS.controller(IncidentType.A, DISCOVERED).isPresent(), "any security incident");
            assertTrue(PHOCUS.subprocessor(DISCOVERED).isEmpty());
            assertTrue(AFAS.subprocessor(DISCOVERED).isEmpty());
        }

        @Test
        void the_outer_limit_begins_after_the_hour_of_the_event() {
            assertEquals(
                    at("2026-03-04T15:00"),
                    AFAS.controller(IncidentType.SECURITY, at("2026-03-02T14:10"))
                            .orElseThrow()
                            .outerLimit());
            assertEquals(
                    at("2026-03-05T15:00"),
                    AFAS.authority(at("2026-03-02T14:10")).orElseThrow().outerLimit());
        }

        @Test
        @Rule("PRA-049")
        void a_sub_processor_has_a_clock_of_its_own_where_a_term_sets_one() {
            var agreed = terms(Preset.AFAS_SLA, Map.of("breach.subprocessorInformsWithin", "PT24H"));
            var there = DISCOVERED.minusSeconds(25 * 3600);

            var events = breach.given()
                    .when(detection(agreed, IncidentType.SECURITY, DISCOVERED, there))
                    .events();

            var detection = assertInstanceOf(BreachDetected.class, events.getFirst());
            assertEquals(
                    List.of(BreachClock.SUBPROCESSOR, BreachClock.CONTROLLER),
                    detection.clocks().stream().map(ClockRun::clock).toList());
            assertEquals(new SubprocessorInformDeadlineMissed(INCIDENT, there.plusSeconds(24 * 3600)), events.get(1));
            assertEquals(
                    INFORM_BY,
                    detection.clocks().get(1).deadline(),
                    "the processor's own clock begins with the message, not with the sub-processor's discovery");
            assertEquals(
                    1,
                    breach.given()
                            .when(detection(agreed, IncidentType.SECURITY, DISCOVERED, DISCOVERED.minusSeconds(3600)))
                            .events()
                            .size());
        }

        @Test
        @Rule("PRA-048")
        void a_deadline_that_passes_uninformed_is_missed_once() {
            var missed = new ControllerInformDeadlineMissed(INCIDENT, INFORM_BY);
            var history = new ArrayList<>(detected());

            breach.given(history)
                    .when(new NoticeMissedDeadline(BreachClock.CONTROLLER, INFORM_BY))
                    .then(missed);
            history.add(missed);
            breach.given(history)
                    .when(new NoticeMissedDeadline(BreachClock.CONTROLLER, INFORM_BY))
                    .thenNothing();
            breach.given(informed(INFORM_BY))
                    .when(new NoticeMissedDeadline(BreachClock.CONTROLLER, INFORM_BY))
                    .thenNothing();
            breach.given(informed(INFORM_BY.plusSeconds(1)))
                    .when(new NoticeMissedDeadline(BreachClock.CONTROLLER, INFORM_BY))
                    .then(missed);
        }

        @Test
        @Rule("PRA-048")
        void a_notice_that_becomes_known_late_withdraws_the_miss() {
            var history = new ArrayList<>(detected());
            history.add(new ControllerInformDeadlineMissed(INCIDENT, INFORM_BY));

            var events = breach.given(history)
                    .when(inform(INFORM_BY.minusSeconds(60), null))
                    .events();

            assertFalse(assertInstanceOf(ControllerInformed.class, events.getFirst())
                    .late());
            assertEquals(new BreachDeadlineMissWithdrawn(INCIDENT, BreachClock.CONTROLLER, INFORM_BY), events.get(1));
        }

        @Test
        @Rule("PRA-048")
        void a_corrected_discovery_recomputes_the_clock_with_old_and_new() {
            var earlier = DISCOVERED.minusSeconds(7200);

            var events = breach.given(detected())
                    .when(corrected(earlier, DISCOVERED))
                    .events();

            var recomputed = assertInstanceOf(BreachClocksRecomputed.class, events.getFirst());
            assertEquals(1, events.size());
            assertEquals(DISCOVERED, recomputed.formerly());
            assertEquals(INFORM_BY, recomputed.former().getFirst().deadline());
            assertEquals(
                    INFORM_BY.minusSeconds(7200), recomputed.clocks().getFirst().deadline());
            breach.given(detected()).when(corrected(DISCOVERED, DISCOVERED)).thenNothing();
        }

        @Test
        @Rule("PRA-048")
        void a_correction_shows_a_miss_or_takes_one_away() {
            var informed = informed(INFORM_BY);
            var earlier = DISCOVERED.minusSeconds(60);
            assertEquals(
                    new ControllerInformDeadlineMissed(INCIDENT, INFORM_BY.minusSeconds(60)),
                    breach.given(informed)
                            .when(corrected(earlier, INFORM_BY.plusSeconds(3600)))
                            .events()
                            .get(1));

            var late = informed(INFORM_BY.plusSeconds(60));
            late.add(new ControllerInformDeadlineMissed(INCIDENT, INFORM_BY));
            assertEquals(
                    new BreachDeadlineMissWithdrawn(INCIDENT, BreachClock.CONTROLLER, INFORM_BY),
                    breach.given(late)
                            .when(corrected(DISCOVERED.plusSeconds(60), INFORM_BY.plusSeconds(3600)))
                            .events()
                            .get(1));
        }
    }

    @Nested
    class Corrections {

        @Test
        @Rule("PRA-048")
        void a_miss_that_stands_is_recorded_with_its_corrected_deadline() {
            var late = informed(INFORM_BY.plusSeconds(7200));
            late.add(new ControllerInformDeadlineMissed(INCIDENT, INFORM_BY));
            assertEquals(
                    new ControllerInformDeadlineMissed(INCIDENT, INFORM_BY.plusSeconds(60)),
                    breach.given(late)
                            .when(corrected(DISCOVERED.plusSeconds(60), INFORM_BY.plusSeconds(10_000)))
                            .events()
                            .get(1));
        }

        @Test
        @Rule("PRA-049")
        void a_sub_processors_miss_that_stands_as_it_was_is_not_recorded_again() {
            var agreed = terms(Preset.AFAS_SLA, Map.of("breach.subprocessorInformsWithin", "PT24H"));
            var there = DISCOVERED.minusSeconds(30 * 3600);
            var history = breach.given()
                    .when(detection(agreed, IncidentType.SECURITY, DISCOVERED, there))
                    .events();
            var clocks = new ArrayList<ClockRun>();
            agreed.subprocessor(there).ifPresent(clocks::add);
            var earlier = DISCOVERED.minusSeconds(60);
            agreed.controller(IncidentType.SECURITY, earlier).ifPresent(clocks::add);
            assertEquals(
                    1,
                    breach.given(history)
                            .when(new RecomputeClocks(earlier, 1, clocks, DISCOVERED))
                            .events()
                            .size());
        }
    }

    @Nested
    class Notices {

        @Test
        @Rule({"PRA-046", "PRA-053"})
        void what_is_not_known_yet_never_blocks_the_first_notice_and_stays_listed() {
            var informed = assertInstanceOf(
                    ControllerInformed.class,
                    breach.given(detected())
                            .when(inform(DISCOVERED.plusSeconds(3600), null))
                            .events()
                            .getFirst());

            assertEquals(List.of(NoticeField.NATURE), informed.supplied());
            assertEquals(6, informed.missing().size());
            assertEquals(List.of(RELATED), informed.relatedIncidents());
            var history = informed(DISCOVERED.plusSeconds(3600));
            var supplement = assertInstanceOf(
                    BreachNoticeSupplemented.class,
                    breach.given(history)
                            .when(new SupplementBreachNotice(
                                    SupplementCause.EXTRA_INFORMATION,
                                    "Who is affected is known",
                                    new NoticeContent(null, null, null, "Employees", "Salaries", null, null),
                                    List.of(CONTACT),
                                    DISCOVERED.plusSeconds(7200)))
                            .events()
                            .getFirst());
            assertEquals(
                    List.of(
                            NoticeField.OCCURRED_AT,
                            NoticeField.DETECTED_AT,
                            NoticeField.MEASURES,
                            NoticeField.CONSEQUENCES),
                    supplement.missing());
        }

        @Test
        @Rule("PRA-057")
        void phocus_tells_five_items() {
            assertEquals(
                    Set.of(
                            NoticeField.NATURE,
                            NoticeField.OCCURRED_AT,
                            NoticeField.DETECTED_AT,
                            NoticeField.DATA_SUBJECTS,
                            NoticeField.DATA_CATEGORIES,
                            NoticeField.MEASURES),
                    Set.copyOf(PHOCUS.mandatoryFields()));
        }

        @Test
        @Rule("PRA-048")
        void a_late_notice_says_why() {
            breach.given(detected())
                    .when(inform(INFORM_BY.plusSeconds(1), null))
                    .thenRejected("PRA-048");
            var late = assertInstanceOf(
                    ControllerInformed.class,
                    breach.given(detected())
                            .when(inform(INFORM_BY.plusSeconds(1), "The weekend was missed"))
                            .events()
                            .getFirst());
            assertTrue(late.late());
            assertEquals("The weekend was missed", late.lateReason());
        }

        @Test
        void nobody_is_informed_before_the_discovery_or_twice() {
            breach.given(detected())
                    .when(inform(DISCOVERED.minusSeconds(1), null))
                    .thenRejected("PRA-048");
            breach.given(informed(INFORM_BY)).when(inform(INFORM_BY, null)).thenNothing();
            breach.given(informed(INFORM_BY))
                    .when(inform(INFORM_BY.plusSeconds(60), "late"))
                    .thenRejected("PRA-053");
        }

        @Test
        @Rule("PRA-050")
        void a_notice_that_was_given_earlier_than_known_moves_the_controllers_window() {
            var earlier = DISCOVERED.plusSeconds(3600);
            var informed = assertInstanceOf(
                    ControllerInformed.class,
                    breach.given(informed(INFORM_BY))
                            .when(inform(earlier, null))
                            .events()
                            .getFirst());
            assertEquals(
                    earlier.plusSeconds(72 * 3600),
                    Objects.requireNonNull(informed.authority()).deadline());
        }

        @Test
        @Rule("PRA-052")
        void a_notice_without_recipients_is_refused_and_the_vendor_is_alerted() {
            breach.given(detected())
                    .when(new InformController(INFORM_BY, NATURE_ONLY, null, List.of(), true, null))
                    .thenRejected("PRA-052", new BreachRecipientMissing(INCIDENT, INFORM_BY, null));
        }

        @Test
        @Rule("PRA-052")
        void the_terms_name_who_is_told_and_administrators_stand_in() {
            var subscription = contact(1, ContactRole.AGREEMENT_CONTACT);
            var news = contact(2, ContactRole.PRIVACY_CONTACT);
            var administrator = contact(3, ContactRole.ADMINISTRATOR);
            var everyone = List.of(subscription, news, administrator);

            assertEquals(
                    new Recipients(List.of(subscription.contactId(), news.contactId()), false),
                    Recipients.of(everyone, AFAS.recipients()));
            assertEquals(
                    new Recipients(List.of(administrator.contactId()), true),
                    Recipients.of(everyone, PHOCUS.recipients()));
            assertEquals(
                    new Recipients(List.of(news.contactId()), true), Recipients.of(List.of(news), PHOCUS.recipients()));
            assertEquals(new Recipients(List.of(), true), Recipients.of(List.of(), AFAS.recipients()));
        }

        @Test
        @Rule("PRA-053")
        void supplements_follow_the_notice() {
            var supplement = new SupplementBreachNotice(
                    SupplementCause.MEASURES,
                    "Access was closed",
                    NoticeContent.NOTHING,
                    List.of(CONTACT),
                    INFORM_BY.minusSeconds(60));
            breach.given(detected()).when(supplement).thenRejected("PRA-053");
            breach.given(informed(INFORM_BY)).when(supplement).thenRejected("PRA-053");
        }

        private static final UUID EVENT = new UUID(4, 4);
        private static final UUID OTHER = new UUID(2, 2);

        @Test
        @Rule("PRA-052")
        void each_recipients_mail_is_recorded_once() {
            var history = informed(INFORM_BY);
            for (var contact : List.of(CONTACT, OTHER)) {
                var sent = new RecordNoticeSent(Mailed.toController(EVENT, contact), "<4@privacy>", INFORM_BY);
                var event = new BreachNoticeSent(
                        INCIDENT, EVENT, List.of(contact), "<4@privacy>", INFORM_BY, NoticeMail.CONTROLLER);
                breach.given(history).when(sent).then(event);
                history.add(event);
                breach.given(history).when(sent).thenNothing();
            }
            breach.given(history)
                    .when(new RecordNoticeSent(Mailed.toVendor(EVENT), "<a@privacy>", INFORM_BY))
                    .then(new BreachNoticeSent(
                            INCIDENT, EVENT, List.of(), "<a@privacy>", INFORM_BY, NoticeMail.VENDOR));
        }

        @Test
        void mails_that_were_recorded_together_are_not_sent_again() {
            var history = informed(INFORM_BY);
            history.add(new BreachNoticeSent(INCIDENT, EVENT, List.of(CONTACT), "<4@privacy>", INFORM_BY, null));
            for (var mail : List.of(Mailed.toController(EVENT, CONTACT), Mailed.toVendor(EVENT))) {
                breach.given(history)
                        .when(new RecordNoticeSent(mail, "<4@privacy>", INFORM_BY))
                        .thenNothing();
            }
        }

        @Test
        @Rule("PRA-052")
        void a_failure_is_recorded_when_it_begins_and_when_it_is_given_up() {
            var mail = Mailed.toController(EVENT, CONTACT);
            var history = informed(INFORM_BY);
            var begun = failure(false);
            breach.given(history)
                    .when(new RecordNoticeFailed(mail, "SMTP_451", false, INFORM_BY))
                    .then(begun);
            history.add(begun);
            breach.given(history)
                    .when(new RecordNoticeFailed(mail, "SMTP_451", false, INFORM_BY))
                    .thenNothing();
            var givenUp = failure(true);
            breach.given(history)
                    .when(new RecordNoticeFailed(mail, "SMTP_451", true, INFORM_BY))
                    .then(givenUp);
            history.add(givenUp);
            breach.given(history)
                    .when(new RecordNoticeFailed(mail, "SMTP_451", true, INFORM_BY))
                    .thenNothing();
            breach.given(history)
                    .when(new RecordNoticeSent(mail, "<4@privacy>", INFORM_BY))
                    .thenNothing();
        }

        @Test
        @Rule("PRA-052")
        void that_nobody_could_be_mailed_is_recorded_once_of_each_event() {
            var history = informed(INFORM_BY);
            var nobody = new BreachRecipientMissing(INCIDENT, INFORM_BY, EVENT);
            breach.given(history)
                    .when(new RecordNobodyReached(EVENT, INFORM_BY))
                    .then(nobody);
            history.add(nobody);
            breach.given(history)
                    .when(new RecordNobodyReached(EVENT, INFORM_BY))
                    .thenNothing();
        }

        private static BreachNoticeFailed failure(boolean forGood) {
            return new BreachNoticeFailed(
                    INCIDENT, EVENT, "SMTP_451", INFORM_BY, NoticeMail.CONTROLLER, CONTACT, forGood);
        }

        private static CustomerContact contact(int number, ContactRole role) {
            return new CustomerContact(new UUID(2, number), null, "Example", "person@example.org", Set.of(role), null);
        }
    }

    @Nested
    class Controllers {

        private final Instant window = INFORM_BY.plusSeconds(72 * 3600);

        @Test
        @Rule("PRA-050")
        void the_controller_judges_and_its_window_elapses_unless_it_reports_or_need_not() {
            var informed = informed(INFORM_BY);
            var elapsed = new NoticeMissedDeadline(BreachClock.AUTHORITY, window);
            breach.given(informed).when(elapsed).then(new AuthorityWindowElapsed(INCIDENT, window));

            var judged = new BreachAssessmentRecorded(INCIDENT, true, false, "no risk", null, INFORM_BY);
            breach.given(informed)
                    .when(new RecordBreachAssessment(true, false, "no risk", null, INFORM_BY))
                    .then(judged);
            var harmless = new ArrayList<>(informed);
            harmless.add(judged);
            breach.given(harmless).when(elapsed).thenNothing();

            var reported = new ArrayList<>(informed);
            reported.add(new AuthorityReportRecorded(INCIDENT, window, false, false));
            breach.given(reported).when(elapsed).thenNothing();
            breach.given(informed)
                    .when(new RecordBreachAssessment(false, true, null, null, INFORM_BY))
                    .thenRejected("PRA-050");
        }

        @Test
        @Rule("PRA-051")
        void a_report_says_whether_the_vendor_was_told_first() {
            var announced = new ArrayList<>(informed(INFORM_BY));
            var planned = INFORM_BY.plusSeconds(7200);
            breach.given(announced)
                    .when(new RecordAuthorityReport(planned, true))
                    .then(new AuthorityReportRecorded(INCIDENT, planned, true, false));
            breach.given(announced)
                    .when(new AnnounceAuthorityReport(planned, INFORM_BY))
                    .then(new AuthorityReportAnnounced(INCIDENT, planned, INFORM_BY));
            announced.add(new AuthorityReportAnnounced(INCIDENT, planned, INFORM_BY));
            breach.given(announced)
                    .when(new RecordAuthorityReport(planned, true))
                    .then(new AuthorityReportRecorded(INCIDENT, planned, true, true));
            breach.given(announced)
                    .when(new AnnounceAuthorityReport(INFORM_BY.minusSeconds(1), INFORM_BY))
                    .thenRejected("PRA-051");
        }

        @Test
        @Rule("PRA-051")
        void a_provisional_report_is_completed_once() {
            var reported = new ArrayList<>(informed(INFORM_BY));
            reported.add(new AuthorityReportRecorded(INCIDENT, INFORM_BY, true, false));
            breach.given(reported)
                    .when(new RecordAuthorityReport(window, false))
                    .then(new AuthorityReportRecorded(INCIDENT, window, false, false));
            reported.add(new AuthorityReportRecorded(INCIDENT, window, false, false));
            breach.given(reported).when(new RecordAuthorityReport(window, true)).thenRejected("PRA-051");
        }

        @Test
        @Rule("PRA-051")
        void the_first_report_ends_the_window() {
            var reported = new ArrayList<>(informed(INFORM_BY));
            reported.add(new AuthorityReportRecorded(INCIDENT, window, true, false));
            reported.add(new AuthorityReportRecorded(INCIDENT, window.plusSeconds(7 * 86_400), false, false));
            breach.given(reported)
                    .when(new NoticeMissedDeadline(BreachClock.AUTHORITY, window))
                    .thenNothing();
        }

        @Test
        @Rule("PRA-050")
        void that_a_report_is_needed_after_all_shows_a_window_that_has_passed() {
            var harmless = new ArrayList<>(informed(INFORM_BY));
            harmless.add(new BreachAssessmentRecorded(INCIDENT, true, false, "no risk", null, INFORM_BY));
            breach.given(harmless)
                    .when(new NoticeMissedDeadline(BreachClock.AUTHORITY, window))
                    .thenNothing();
            var judged = new RecordBreachAssessment(true, true, "a risk", null, window);
            assertEquals(1, breach.given(harmless).when(judged).events().size(), "the window is still open");

            var late = window.plusSeconds(1);
            breach.given(harmless)
                    .when(new RecordBreachAssessment(true, true, "a risk", null, late))
                    .then(
                            new BreachAssessmentRecorded(INCIDENT, true, true, "a risk", null, late),
                            new AuthorityWindowElapsed(INCIDENT, window));
        }

        @Test
        @Rule("PRA-050")
        void no_report_is_needed_since_it_was_first_said() {
            var harmless = new ArrayList<>(informed(INFORM_BY));
            harmless.add(new BreachAssessmentRecorded(INCIDENT, true, false, "no risk", null, INFORM_BY));
            var again = new RecordBreachAssessment(true, false, "no risk at all", null, window.plusSeconds(1));
            assertEquals(1, breach.given(harmless).when(again).events().size(), "the window was kept");
        }

        @Test
        @Rule("PRA-050")
        void a_report_in_time_that_becomes_known_late_withdraws_the_elapsed_window() {
            var history = new ArrayList<>(informed(INFORM_BY));
            history.add(new AuthorityWindowElapsed(INCIDENT, window));
            breach.given(history)
                    .when(new RecordAuthorityReport(window, false))
                    .then(
                            new AuthorityReportRecorded(INCIDENT, window, false, false),
                            new BreachDeadlineMissWithdrawn(INCIDENT, BreachClock.AUTHORITY, window));
        }
    }
}
