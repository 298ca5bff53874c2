package nl.waarborg.processoragreement.agreement.domain;

import static nl.waarborg.processoragreement.agreement.domain.InvoiceLine.Kind.FIRST_CLASS;
import static nl.waarborg.processoragreement.agreement.domain.InvoiceLine.Kind.LICENCE;
import static nl.waarborg.processoragreement.agreement.domain.InvoiceLine.Kind.SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AdoptSlaVersion;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.CancelFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ChangeLicence;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ChangeTerms;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ChooseExitOption;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ConcludeAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.EndAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.EndFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ExpireExitOption;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.ExtendAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.RecordInvoice;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.RequestLicenceChange;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.StartFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.SubscribeFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.TerminateAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementExtended;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionChosen;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionExpired;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchDetected;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchWithdrawn;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassStarted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassSubscribed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.InvoiceRecorded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChangeRequested;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChanged;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TerminationRefused;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Term.Origin;
import nl.waarborg.terms.TermKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgreementDeciderTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final YearMonth APRIL = YearMonth.parse("2026-04");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2024-01-01");
    private static final List<String> SURVIVING = List.of("confidentiality", "provisions that reasonably continue");
    private static final Licence LICENCE_TAKEN = new Licence(Licence.Type.ERP, "ERP", 120, 450, 3, 4);

    private final AgreementDecider decider = new AgreementDecider();
    private final DeciderSpecification<AgreementCommand, Agreement, AgreementEvent> agreement =
            new DeciderSpecification<>(decider);

    @Nested
    class Concluding {

        @Test
        @Rule({"XSV-001", "PRA-001"})
        void an_agreement_brings_the_complete_terms_of_its_preset() {
            var events = agreement.given().when(conclude(Preset.AFAS_SLA)).events();

            var concluded = assertInstanceOf(AgreementConcluded.class, events.get(0));
            assertEquals("Woonstichting De Brug", concluded.name());
            var terms = assertInstanceOf(TenantTermsPublished.class, events.get(1));
            assertEquals(2, events.size());
            assertEquals(1, terms.termsVersion());
            assertEquals(Instant.parse("2023-12-31T23:00:00Z"), terms.validFrom());
            assertEquals(Preset.AFAS_SLA.terms().size(), terms.terms().size());
            var response = term(terms, "priority.P2.response");
            assertEquals("1 WORKING_DAY", response.value());
            assertEquals(Origin.PRESET, response.origin());
            assertTrue(response.clause().startsWith("AFAS"), response::clause);
        }

        @Test
        void a_term_that_the_document_lacks_is_not_published() {
            var terms =
                    terms(agreement.given().when(conclude(Preset.PHOCUS_CLOUD)).events());

            assertTrue(terms.terms().stream().noneMatch(term -> term.key().startsWith("priority.")));
        }

        @Test
        @Rule("PRA-005")
        void a_specific_provision_takes_the_place_of_the_preset_term_and_says_so() {
            var terms = terms(agreement
                    .given()
                    .when(conclude(Preset.AFAS_SLA, Map.of("priority.P2.response", "OPEN PT4H")))
                    .events());

            assertEquals("OPEN PT4H", term(terms, "priority.P2.response").value());
            assertEquals(
                    Origin.SPECIFIC_PROVISION,
                    term(terms, "priority.P2.response").origin());
            assertEquals(Origin.PRESET, term(terms, "priority.P3.response").origin());
        }

        @Test
        @Rule({"PRA-005", "XSV-025", "XSV-039", "XSV-040"})
        void a_value_that_the_rules_could_not_count_by_is_refused() {
            for (var form : List.of(
                    Map.of("firstClass.notice", "PT48H"),
                    Map.of("l3.minimumTerm", "1095 CALENDAR_DAYS"),
                    Map.of("traineeship.accessBefore", "90 CALENDAR_DAYS"),
                    Map.of("traineeship.accessAfter", "PT720H"),
                    Map.of("firstClass.meetings.most", "OPEN PT1H"))) {
                agreement.given().when(conclude(Preset.AFAS_SLA, form)).thenRejected("PRA-005");
            }
        }

        @Test
        void concluding_the_same_again_changes_nothing() {
            agreement.given(concluded()).when(conclude(Preset.AFAS_SLA)).thenNothing();
        }

        @Test
        @Rule("XSV-001")
        void the_same_reference_with_other_content_is_refused() {
            agreement.given(concluded()).when(conclude(Preset.PHOCUS_CLOUD)).thenRejected("XSV-001");
        }

        @Test
        void the_same_reference_of_a_vendor_is_the_same_tenant() {
            assertEquals(Agreement.tenant("afas", "A-1"), Agreement.tenant("afas", "A-1"));
            assertNotEquals(Agreement.tenant("afas", "A-1"), Agreement.tenant("phocus", "A-1"));
            assertNotEquals(Agreement.tenant("afas", "A-1"), Agreement.tenant("afas", "A-2"));
        }

        @Test
        void an_initial_period_does_not_end_before_it_begins() {
            var command = new ConcludeAgreement(
                    "afas",
                    "A-1",
                    "X",
                    Preset.AFAS_SLA,
                    List.of(),
                    FIRST_DAY,
                    FIRST_DAY.minusDays(1),
                    LICENCE_TAKEN,
                    List.of());
            agreement.given().when(command).thenRejected("XSV-001");
        }

        @Test
        void nothing_can_be_asked_of_an_agreement_that_is_not_there() {
            agreement
                    .given()
                    .when(new SubscribeFirstClass(at("2024-03-01T10:00")))
                    .thenRejected("XSV-001");
        }

        @Test
        @Rule("XSV-001")
        void an_agreement_can_be_extended_but_not_shortened() {
            var until = LocalDate.parse("2027-12-31");
            agreement.given(concluded()).when(new ExtendAgreement(until)).then(new AgreementExtended(until));
            agreement
                    .given(after(concluded(), new AgreementExtended(until)))
                    .when(new ExtendAgreement(until))
                    .thenNothing();
            agreement
                    .given(after(concluded(), new AgreementExtended(until)))
                    .when(new ExtendAgreement(until.minusDays(1)))
                    .thenRejected("XSV-001");
        }
    }

    @Nested
    class ChangingTerms {

        @Test
        @Rule("XSV-004")
        void a_new_version_holds_from_its_day_on_and_keeps_what_was_agreed_before() {
            var history = conclude(Map.of("priority.P2.response", "OPEN PT4H"));

            var terms = terms(agreement
                    .given(history)
                    .when(change("2024-07-01", Map.of("priority.P3.response", "2 WORKING_DAYS")))
                    .events());

            assertEquals(2, terms.termsVersion());
            assertEquals(at("2024-07-01T00:00"), terms.validFrom());
            assertEquals("OPEN PT4H", term(terms, "priority.P2.response").value());
            assertEquals("2 WORKING_DAYS", term(terms, "priority.P3.response").value());
        }

        @Test
        void an_earlier_deviation_can_be_taken_back() {
            var history = conclude(Map.of("priority.P2.response", "OPEN PT4H"));
            var command = new ChangeTerms(
                    List.of(),
                    Set.of(TermKey.PRIORITY_P2_RESPONSE),
                    LocalDate.parse("2024-07-01"),
                    false,
                    at("2024-06-01T10:00"));

            var terms = terms(agreement.given(history).when(command).events());

            assertEquals("1 WORKING_DAY", term(terms, "priority.P2.response").value());
            assertEquals(Origin.PRESET, term(terms, "priority.P2.response").origin());
        }

        @Test
        void a_term_can_be_agreed_away() {
            var terms = terms(agreement
                    .given(concluded())
                    .when(change("2024-07-01", Map.of("calamity.contactWithin", Deviation.ABSENT)))
                    .events());

            assertTrue(terms.terms().stream().noneMatch(term -> term.key().equals("calamity.contactWithin")));
        }

        @Test
        @Rule("PRA-002")
        void a_separate_agreement_goes_before_a_specific_provision_key_by_key() {
            var history = conclude(Map.of("breach.informWithin", "PT24H", "priority.P2.response", "OPEN PT4H"));
            var separate = Deviation.read("breach.informWithin", "PT12H", "art. 7", Origin.SEPARATE_AGREEMENT);
            var command = new ChangeTerms(
                    List.of(separate), Set.of(), LocalDate.parse("2024-07-01"), false, at("2024-06-01T10:00"));

            var terms = terms(agreement.given(history).when(command).events());

            assertEquals("PT12H", term(terms, "breach.informWithin").value());
            assertEquals("art. 7", term(terms, "breach.informWithin").clause());
            assertEquals("OPEN PT4H", term(terms, "priority.P2.response").value());
        }

        @Test
        void the_same_change_again_changes_nothing() {
            var change = change("2024-07-01", Map.of("priority.P3.response", "2 WORKING_DAYS"));
            var history =
                    after(concluded(), agreement.given(concluded()).when(change).events());

            agreement.given(history).when(change).thenNothing();
        }

        @Test
        @Rule("XSV-004")
        void terms_do_not_work_backwards() {
            agreement
                    .given(concluded())
                    .when(change("2024-05-31", Map.of("priority.P3.response", "2 WORKING_DAYS")))
                    .thenRejected("XSV-004");
        }
    }

    @Nested
    class FirstClass {

        @Test
        @Rule("XSV-023")
        void first_class_starts_on_the_first_of_the_following_month_also_when_registered_on_a_first() {
            agreement
                    .given(concluded())
                    .when(new SubscribeFirstClass(at("2026-03-01T00:00")))
                    .then(new FirstClassSubscribed(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01")));
            agreement
                    .given(concluded())
                    .when(new SubscribeFirstClass(at("2026-03-31T23:59:59")))
                    .then(new FirstClassSubscribed(LocalDate.parse("2026-03-31"), LocalDate.parse("2026-04-01")));
        }

        @Test
        @Rule("XSV-023")
        void the_month_is_that_of_the_local_day() {
            agreement
                    .given(concluded())
                    .when(new SubscribeFirstClass(Instant.parse("2026-03-31T22:00:00Z")))
                    .then(new FirstClassSubscribed(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-05-01")));
        }

        @Test
        @Rule("XSV-023")
        void it_starts_once_on_its_day() {
            var start = new StartFirstClass(LocalDate.parse("2026-04-01"));
            agreement.given(subscribed()).when(start).then(new FirstClassStarted(LocalDate.parse("2026-04-01")));
            agreement.given(started()).when(start).thenNothing();
            agreement
                    .given(subscribed())
                    .when(new StartFirstClass(LocalDate.parse("2026-05-01")))
                    .thenNothing();
        }

        @Test
        void it_does_not_start_after_the_agreement_was_over() {
            var history = after(subscribed(), terminated("2026-03-31"));
            agreement
                    .given(history)
                    .when(new StartFirstClass(LocalDate.parse("2026-04-01")))
                    .thenNothing();
        }

        @Test
        @Rule("XSV-024")
        void a_cancellation_takes_effect_on_the_last_day_of_the_following_month() {
            var lastMoment = at("2026-05-31T23:59:59");
            agreement
                    .given(started())
                    .when(new CancelFirstClass(lastMoment))
                    .then(new FirstClassCancelled(lastMoment, LocalDate.parse("2026-06-30")));
            var nextMonth = at("2026-06-01T00:00");
            agreement
                    .given(started())
                    .when(new CancelFirstClass(nextMonth))
                    .then(new FirstClassCancelled(nextMonth, LocalDate.parse("2026-07-31")));
        }

        @Test
        @Rule("XSV-024")
        void january_leads_to_the_last_day_of_february() {
            var received = at("2028-01-31T12:00");
            agreement
                    .given(started())
                    .when(new CancelFirstClass(received))
                    .then(new FirstClassCancelled(received, LocalDate.parse("2028-02-29")));
        }

        @Test
        @Rule("XSV-024")
        void the_period_of_notice_is_a_term_of_the_tenant() {
            var history = after(
                    conclude(Map.of("firstClass.notice", "P3M")),
                    new FirstClassSubscribed(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01")));
            var received = at("2026-05-10T12:00");
            agreement
                    .given(history)
                    .when(new CancelFirstClass(received))
                    .then(new FirstClassCancelled(received, LocalDate.parse("2026-08-31")));
        }

        @Test
        void cancelling_twice_keeps_the_first_and_a_late_report_of_an_earlier_cancellation_counts() {
            agreement
                    .given(cancelled())
                    .when(new CancelFirstClass(at("2026-06-10T12:00")))
                    .thenNothing();
            var earlier = at("2026-04-20T12:00");
            agreement
                    .given(cancelled())
                    .when(new CancelFirstClass(earlier))
                    .then(new FirstClassCancelled(earlier, LocalDate.parse("2026-05-31")));
        }

        @Test
        @Rule("XSV-024")
        void it_ends_once_on_the_day_that_was_announced_last() {
            var end = new EndFirstClass(LocalDate.parse("2026-06-30"));
            agreement.given(cancelled()).when(end).then(new FirstClassEnded(LocalDate.parse("2026-06-30")));
            agreement
                    .given(after(cancelled(), new FirstClassEnded(LocalDate.parse("2026-06-30"))))
                    .when(end)
                    .thenNothing();
            agreement.given(started()).when(end).thenNothing();
        }

        @Test
        void without_first_class_there_is_nothing_to_cancel() {
            agreement
                    .given(concluded())
                    .when(new CancelFirstClass(at("2026-06-10T12:00")))
                    .thenRejected("XSV-024");
        }

        @Test
        void subscribing_twice_changes_nothing_but_a_late_report_of_an_earlier_registration_counts() {
            agreement
                    .given(subscribed())
                    .when(new SubscribeFirstClass(at("2026-03-20T10:00")))
                    .thenNothing();
            agreement
                    .given(subscribed())
                    .when(new SubscribeFirstClass(at("2026-02-20T10:00")))
                    .then(new FirstClassSubscribed(LocalDate.parse("2026-02-20"), LocalDate.parse("2026-03-01")));
        }

        @Test
        void it_can_be_subscribed_again_for_the_time_after_its_end() {
            agreement
                    .given(cancelled())
                    .when(new SubscribeFirstClass(at("2026-05-15T10:00")))
                    .thenRejected("XSV-023");
            agreement
                    .given(cancelled())
                    .when(new SubscribeFirstClass(at("2026-06-10T10:00")))
                    .then(new FirstClassSubscribed(LocalDate.parse("2026-06-10"), LocalDate.parse("2026-07-01")));
        }

        @Test
        @Rule({"XSV-023", "XSV-024"})
        void two_periods_that_meet_at_midnight_end_and_start_in_that_order() {
            var history = after(
                    cancelled(),
                    new FirstClassSubscribed(LocalDate.parse("2026-06-10"), LocalDate.parse("2026-07-01")));
            agreement
                    .given(history)
                    .when(new StartFirstClass(LocalDate.parse("2026-07-01")))
                    .then(
                            new FirstClassEnded(LocalDate.parse("2026-06-30")),
                            new FirstClassStarted(LocalDate.parse("2026-07-01")));
            agreement
                    .given(history)
                    .when(new EndFirstClass(LocalDate.parse("2026-06-30")))
                    .then(new FirstClassEnded(LocalDate.parse("2026-06-30")));
        }

        @Test
        @Rule("XSV-022")
        void an_agreement_without_the_term_knows_no_first_class() {
            agreement
                    .given(conclude(Preset.PHOCUS_CLOUD, List.of()))
                    .when(new SubscribeFirstClass(at("2026-03-01T10:00")))
                    .thenRejected("XSV-022");
        }

        @Test
        @Rule("XSV-022")
        void an_invoice_without_the_line_raises_an_alert_and_takes_no_right() {
            var invoice = invoice("F-1", "2026-04", line(LICENCE, "1850.00"));
            var after = agreement
                    .given(started())
                    .when(invoice)
                    .then(recorded(invoice), mismatch("F-1", FirstClassMismatch.NOT_INVOICED));
            assertTrue(((Agreement.Concluded) after).firstClass().getLast().touches(YearMonth.parse("2026-05")));

            var complete = invoice("F-1", "2026-04", line(LICENCE, "1850.00"), line(FIRST_CLASS, "420.00"));
            agreement.given(started()).when(complete).then(recorded(complete));
            var beforeItBegan = invoice("F-0", "2026-03", line(LICENCE, "1850.00"));
            agreement.given(started()).when(beforeItBegan).then(recorded(beforeItBegan));
        }

        @Test
        @Rule("XSV-022")
        void the_invoices_of_a_month_are_judged_together() {
            var services = invoice("F-2", "2026-04", line(SERVICE, "300.00"));
            agreement.given(started()).when(services).then(recorded(services));
            var whole = invoice("F-1", "2026-04", line(LICENCE, "1850.00"), line(FIRST_CLASS, "420.00"));
            var charged = after(started(), recorded(whole));
            agreement.given(charged).when(services).then(recorded(services));
            var credited = invoice("F-3", "2026-04", line(FIRST_CLASS, "-420.00"));
            agreement
                    .given(charged)
                    .when(credited)
                    .then(recorded(credited), mismatch("F-3", FirstClassMismatch.NOT_INVOICED));
        }

        @Test
        @Rule("XSV-022")
        void an_invoice_that_follows_withdraws_the_alert() {
            var licence = invoice("F-1", "2026-04", line(LICENCE, "1850.00"));
            var missing = after(started(), recorded(licence), mismatch("F-1", FirstClassMismatch.NOT_INVOICED));
            var another = invoice("F-2", "2026-04", line(LICENCE, "10.00"));
            agreement.given(missing).when(another).then(recorded(another));
            var settling = invoice("F-3", "2026-04", line(FIRST_CLASS, "420.00"));
            agreement
                    .given(missing)
                    .when(settling)
                    .then(recorded(settling), new FirstClassMismatchWithdrawn("F-3", APRIL));
        }

        @Test
        @Rule("XSV-022")
        void first_class_that_is_charged_without_a_right_raises_an_alert_too() {
            var charged = invoice("F-1", "2026-04", line(LICENCE, "1850.00"), line(FIRST_CLASS, "420.00"));
            agreement
                    .given(concluded())
                    .when(charged)
                    .then(recorded(charged), mismatch("F-1", FirstClassMismatch.NOT_ENTITLED));
        }

        @Test
        @Rule({"XSV-022", "XSV-023", "XSV-024"})
        void what_is_subscribed_or_cancelled_late_is_held_against_the_invoices_recorded_before() {
            var without = invoice("F-1", "2026-04", line(LICENCE, "1850.00"));
            var late = new FirstClassSubscribed(LocalDate.parse("2026-03-20"), LocalDate.parse("2026-04-01"));
            agreement
                    .given(after(concluded(), recorded(without)))
                    .when(new SubscribeFirstClass(at("2026-03-20T10:00")))
                    .then(late, mismatch("F-1", FirstClassMismatch.NOT_INVOICED));

            var charged = invoice("F-2", "2026-04", line(FIRST_CLASS, "420.00"));
            agreement
                    .given(after(
                            concluded(),
                            recorded(without),
                            recorded(charged),
                            mismatch("F-2", FirstClassMismatch.NOT_ENTITLED)))
                    .when(new SubscribeFirstClass(at("2026-03-20T10:00")))
                    .then(late, new FirstClassMismatchWithdrawn("F-2", APRIL));

            var july = invoice("F-7", "2026-07", line(LICENCE, "1850.00"), line(FIRST_CLASS, "420.00"));
            var received = at("2026-05-20T12:00");
            agreement
                    .given(after(started(), recorded(july)))
                    .when(new CancelFirstClass(received))
                    .then(
                            new FirstClassCancelled(received, LocalDate.parse("2026-06-30")),
                            new FirstClassMismatchDetected(
                                    "F-7", YearMonth.parse("2026-07"), FirstClassMismatch.NOT_ENTITLED));
        }

        @Test
        @Rule({"XSV-022", "XSV-023"})
        void a_subscription_that_never_began_does_not_outlive_the_agreement() {
            var history = after(
                    concluded(),
                    new FirstClassSubscribed(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01")),
                    terminated("2026-03-31"));
            var ended = agreement
                    .given(history)
                    .when(new EndAgreement(LocalDate.parse("2026-03-31")))
                    .then(new AgreementEnded(LocalDate.parse("2026-03-31"), SURVIVING));
            var period = ((Agreement.Concluded) ended).firstClass().getLast();
            assertTrue(period.ended());
            assertEquals(LocalDate.parse("2026-03-31"), period.endsOn());
            var last = invoice("F-1", "2026-04", line(LICENCE, "1850.00"));
            agreement
                    .given(after(history, new AgreementEnded(LocalDate.parse("2026-03-31"), SURVIVING)))
                    .when(last)
                    .then(recorded(last));
        }

        private FirstClassMismatchDetected mismatch(String invoice, FirstClassMismatch mismatch) {
            return new FirstClassMismatchDetected(invoice, APRIL, mismatch);
        }
    }

    @Nested
    class Licences {

        @Test
        @Rule("XSV-011")
        void the_customer_asks_for_other_numbers_and_the_vendor_changes_them() {
            var more = new Licence(Licence.Type.ERP, "ERP", 140, 450, 3, 4);
            agreement
                    .given(concluded())
                    .when(new RequestLicenceChange(more, at("2024-03-01T10:00")))
                    .then(new LicenceChangeRequested(more));
            var changed = new LicenceChanged(more, LocalDate.parse("2024-05-01"));
            agreement
                    .given(concluded())
                    .when(new ChangeLicence(more, changed.effectiveFrom()))
                    .then(changed);
            agreement
                    .given(after(concluded(), changed))
                    .when(new ChangeLicence(more, changed.effectiveFrom()))
                    .thenNothing();
        }
    }

    @Nested
    class Exit {

        @Test
        @Rule({"XSV-004", "XSV-011", "XSV-015"})
        void under_the_minimal_licence_the_agreement_goes_on_and_under_no_other() {
            var more = new Licence(Licence.Type.ERP, "ERP", 12, 450, 1, 1);
            var february = LocalDate.parse("2027-02-01");
            var version = new AdoptSlaVersion(
                    2,
                    List.of(Deviation.read("priority.P3.response", "4 WORKING_DAYS", "art. 3", Origin.SLA_VERSION)),
                    february,
                    false);
            var minimal = after(ended(), chosen(ExitOption.MINIMAL, null, 10, null, null));
            agreement
                    .given(minimal)
                    .when(new RequestLicenceChange(more, at("2027-01-05T10:00")))
                    .then(new LicenceChangeRequested(more));
            agreement.given(minimal).when(new ChangeLicence(more, february)).then(new LicenceChanged(more, february));
            assertEquals(2, agreement.given(minimal).when(version).events().size());
            assertEquals(
                    1,
                    agreement
                            .given(minimal)
                            .when(change("2027-02-01", Map.of("priority.P3.response", "2 WORKING_DAYS")))
                            .events()
                            .size());
            agreement.given(minimal).when(notice("2028-01-01")).thenRejected("XSV-014");
            agreement
                    .given(minimal)
                    .when(new SubscribeFirstClass(at("2027-01-05T10:00")))
                    .thenRejected("XSV-014");

            var stopping = after(
                    minimal,
                    new ExitOptionChosen(
                            ExitOption.STOP,
                            february,
                            LocalDate.parse("2028-01-31"),
                            null,
                            new BigDecimal("0.00"),
                            null,
                            false));
            agreement
                    .given(stopping)
                    .when(new RequestLicenceChange(more, at("2027-01-31T23:00")))
                    .then(new LicenceChangeRequested(more));
            agreement
                    .given(stopping)
                    .when(new RequestLicenceChange(more, at("2027-02-01T10:00")))
                    .thenRejected("XSV-014");
            agreement.given(stopping).when(version).thenNothing();
        }

        @Test
        @Rule({"XSV-011", "XSV-015"})
        void the_users_are_those_of_the_licence_that_holds_when_the_option_begins() {
            var hrm = new Licence(Licence.Type.HRM_PAYROLL, null, 40, 450, 1, 1);
            agreement
                    .given(after(
                            concluded(),
                            new LicenceChanged(hrm, LocalDate.parse("2025-01-01")),
                            new LicenceChanged(LICENCE_TAKEN, LocalDate.parse("2024-06-01")),
                            terminated("2026-12-31")))
                    .when(choose(ExitOption.MINIMAL))
                    .then(chosen(ExitOption.MINIMAL, null, 25, null, null));
        }

        @Test
        @Rule({"XSV-016", "XSV-017"})
        void the_same_option_chosen_again_for_a_later_day_keeps_its_end_and_its_price() {
            var history = after(ended(), invoiced("2024-02", "1850.00"), invoiced("2026-12", "1200.00"));
            var view = chosen(ExitOption.VIEW, "2036-12-31", 1, "185.00", "1850.00");
            agreement
                    .given(after(history, view))
                    .when(choose(ExitOption.VIEW, "2029-06-01"))
                    .thenNothing();
            // Chosen in the place of what was to follow it.
            var stop = new ExitOptionChosen(
                    ExitOption.STOP,
                    LocalDate.parse("2029-03-01"),
                    LocalDate.parse("2030-02-28"),
                    null,
                    new BigDecimal("0.00"),
                    null,
                    false);
            agreement
                    .given(after(history, view, stop))
                    .when(choose(ExitOption.VIEW, "2029-02-01"))
                    .then(new ExitOptionChosen(
                            ExitOption.VIEW,
                            LocalDate.parse("2029-02-01"),
                            LocalDate.parse("2036-12-31"),
                            1,
                            new BigDecimal("185.00"),
                            new BigDecimal("1850.00"),
                            false));
        }

        @Test
        @Rule({"XSV-016", "XSV-017"})
        void the_months_that_set_the_price_end_where_the_licence_did() {
            var history = after(ended(), invoiced("2026-11", "1850.00"));
            var archive = new ExitOptionChosen(
                    ExitOption.ARCHIVE,
                    LocalDate.parse("2030-06-01"),
                    null,
                    null,
                    new BigDecimal("92.50"),
                    new BigDecimal("1850.00"),
                    false);
            agreement
                    .given(after(history, chosen(ExitOption.VIEW, "2036-12-31", 1, "185.00", "1850.00")))
                    .when(choose(ExitOption.ARCHIVE, "2030-06-01"))
                    .then(archive);
            // The minimal licence is invoiced like any other.
            agreement
                    .given(after(
                            history, chosen(ExitOption.MINIMAL, null, 10, null, null), invoiced("2029-05", "600.00")))
                    .when(choose(ExitOption.ARCHIVE, "2030-06-01"))
                    .then(new ExitOptionChosen(
                            ExitOption.ARCHIVE,
                            LocalDate.parse("2030-06-01"),
                            null,
                            null,
                            new BigDecimal("30.00"),
                            new BigDecimal("600.00"),
                            false));
        }

        @Test
        @Rule("XSV-018")
        void stop_counts_from_the_agreements_end_whenever_it_is_chosen() {
            agreement
                    .given(ended())
                    .when(choose(ExitOption.STOP, "2027-06-01"))
                    .then(new ExitOptionChosen(
                            ExitOption.STOP,
                            LocalDate.parse("2027-06-01"),
                            LocalDate.parse("2027-12-31"),
                            null,
                            new BigDecimal("0.00"),
                            null,
                            false));
            // After another option it counts from there.
            agreement
                    .given(after(ended(), chosen(ExitOption.ARCHIVE, null, null, "25.00", "0.00")))
                    .when(choose(ExitOption.STOP, "2030-06-01"))
                    .then(new ExitOptionChosen(
                            ExitOption.STOP,
                            LocalDate.parse("2030-06-01"),
                            LocalDate.parse("2031-05-31"),
                            null,
                            new BigDecimal("0.00"),
                            null,
                            false));
        }

        @Test
        @Rule({"XSV-016", "XSV-018"})
        void the_first_option_begins_while_the_data_are_still_kept() {
            agreement.given(ended()).when(choose(ExitOption.VIEW, "2028-01-02")).thenRejected("XSV-016");
            assertEquals(
                    1,
                    agreement
                            .given(ended())
                            .when(choose(ExitOption.VIEW, "2028-01-01"))
                            .events()
                            .size());
            // Nor for a day before they were gone.
            agreement
                    .given(ended())
                    .when(new ChooseExitOption(ExitOption.VIEW, LocalDate.parse("2027-06-01"), at("2028-02-01T10:00")))
                    .thenRejected("XSV-016");
        }

        @Test
        @Rule("XSV-018")
        void a_year_from_the_29th_of_february_ends_on_the_same_date_as_the_agreement_did() {
            var history = after(
                    concluded(),
                    terminated("2028-02-28"),
                    new AgreementEnded(LocalDate.parse("2028-02-28"), SURVIVING));
            assertEquals(
                    Optional.of(LocalDate.parse("2029-02-28")),
                    AgreementDecider.dataKeptUntil(agreement.given(history).state(), at("2028-02-28T10:00")));
            var inMonths = after(conclude(Map.of("exit.STOP.dataKeptFor", "P1M")), terminated("2027-01-30"));
            assertEquals(
                    Optional.of(LocalDate.parse("2027-02-28")),
                    AgreementDecider.dataKeptUntil(agreement.given(inMonths).state(), at("2027-01-30T10:00")));
        }

        @Test
        @Rule("XSV-015")
        void minimal_has_no_end_and_a_number_of_users_by_licence() {
            agreement
                    .given(ended())
                    .when(choose(ExitOption.MINIMAL))
                    .then(chosen(ExitOption.MINIMAL, null, 10, null, null));
            var hrm = new Licence(Licence.Type.HRM_PAYROLL, null, 40, 450, 1, 1);
            agreement
                    .given(after(
                            after(concluded(), new LicenceChanged(hrm, LocalDate.parse("2025-01-01"))),
                            terminated("2026-12-31")))
                    .when(choose(ExitOption.MINIMAL))
                    .then(chosen(ExitOption.MINIMAL, null, 25, null, null));
        }

        @Test
        @Rule("XSV-016")
        void view_costs_a_tenth_of_the_highest_month_with_a_minimum_for_ten_years() {
            agreement
                    .given(after(ended(), invoiced("2026-11", "1850.00"), invoiced("2026-12", "1200.00")))
                    .when(choose(ExitOption.VIEW))
                    .then(chosen(ExitOption.VIEW, "2036-12-31", 1, "185.00", "1850.00"));
            agreement
                    .given(after(ended(), invoiced("2026-11", "700.00")))
                    .when(choose(ExitOption.VIEW))
                    .then(chosen(ExitOption.VIEW, "2036-12-31", 1, "100.00", "700.00"));
        }

        @Test
        @Rule("XSV-017")
        void archive_costs_a_twentieth_with_a_minimum_and_has_no_end() {
            agreement
                    .given(after(ended(), invoiced("2026-11", "700.00")))
                    .when(choose(ExitOption.ARCHIVE))
                    .then(chosen(ExitOption.ARCHIVE, null, null, "35.00", "700.00"));
            agreement
                    .given(after(ended(), invoiced("2026-11", "300.00")))
                    .when(choose(ExitOption.ARCHIVE))
                    .then(chosen(ExitOption.ARCHIVE, null, null, "25.00", "300.00"));
        }

        @Test
        @Rule({"XSV-016", "XSV-017"})
        void only_licence_amounts_of_the_last_36_months_count() {
            var tooOld = invoiced("2023-12", "9000.00");
            var first = invoiced("2024-01", "1000.00");
            var service = recorded(invoice("S-1", "2025-02", line(SERVICE, "5000.00"), line(LICENCE, "900.00")));
            agreement
                    .given(after(ended(), tooOld, first, service))
                    .when(choose(ExitOption.ARCHIVE))
                    .then(chosen(ExitOption.ARCHIVE, null, null, "50.00", "1000.00"));
        }

        @Test
        @Rule({"XSV-016", "XSV-017"})
        void several_invoices_of_a_month_and_credits_add_up_and_the_price_is_rounded_to_cents() {
            var history = after(
                    ended(),
                    recorded(invoice("A", "2026-05", line(LICENCE, "1000.00"))),
                    recorded(invoice("B", "2026-05", line(LICENCE, "234.57"))),
                    recorded(invoice("C", "2026-06", line(LICENCE, "2000.00"))),
                    recorded(invoice("D", "2026-06", line(LICENCE, "-1500.00"))));
            agreement
                    .given(history)
                    .when(choose(ExitOption.VIEW))
                    .then(chosen(ExitOption.VIEW, "2036-12-31", 1, "123.46", "1234.57"));
        }

        @Test
        @Rule("XSV-018")
        void stop_costs_nothing_and_keeps_the_data_a_year_from_the_end() {
            agreement
                    .given(ended())
                    .when(choose(ExitOption.STOP))
                    .then(chosen(ExitOption.STOP, "2027-12-31", null, "0.00", null));
        }

        @Test
        @Rule("XSV-018")
        void a_year_from_the_first_of_march_ends_on_the_last_of_february_in_a_leap_year_too() {
            var history = after(
                    concluded(),
                    terminated("2027-02-28"),
                    new AgreementEnded(LocalDate.parse("2027-02-28"), SURVIVING));
            assertEquals(
                    Optional.of(LocalDate.parse("2028-02-29")),
                    AgreementDecider.dataKeptUntil(agreement.given(history).state(), at("2027-02-28T10:00")));
            agreement
                    .given(history)
                    .when(new ChooseExitOption(ExitOption.STOP, LocalDate.parse("2027-03-01"), at("2027-02-28T10:00")))
                    .then(new ExitOptionChosen(
                            ExitOption.STOP,
                            LocalDate.parse("2027-03-01"),
                            LocalDate.parse("2028-02-29"),
                            null,
                            new BigDecimal("0.00"),
                            null,
                            false));
        }

        @Test
        @Rule("XSV-016")
        void shares_and_minimums_are_terms_of_the_tenant() {
            var history = after(
                    conclude(Map.of("exit.VIEW.price", "12.5 %", "exit.VIEW.minimum", "EUR 50.00")),
                    terminated("2026-12-31"),
                    invoiced("2026-11", "300.00"));
            agreement
                    .given(history)
                    .when(choose(ExitOption.VIEW))
                    .then(chosen(ExitOption.VIEW, "2036-12-31", 1, "50.00", "300.00"));
        }

        @Test
        void an_exit_option_waits_for_the_end_of_the_agreement() {
            agreement.given(concluded()).when(choose(ExitOption.VIEW)).thenRejected("XSV-016");
            agreement
                    .given(after(concluded(), terminated("2027-01-31")))
                    .when(choose(ExitOption.VIEW))
                    .thenRejected("XSV-016");
        }

        @Test
        void a_preset_without_exit_options_offers_none() {
            agreement
                    .given(after(conclude(Preset.PHOCUS_CLOUD, List.of()), terminated("2026-12-31")))
                    .when(choose(ExitOption.ARCHIVE))
                    .thenRejected("XSV-017");
        }

        @Test
        void another_option_can_be_chosen_and_the_same_again_changes_nothing() {
            var stop = chosen(ExitOption.STOP, "2027-12-31", null, "0.00", null);
            agreement.given(after(ended(), stop)).when(choose(ExitOption.STOP)).thenNothing();
            agreement
                    .given(after(ended(), stop))
                    .when(choose(ExitOption.MINIMAL))
                    .then(chosen(ExitOption.MINIMAL, null, 10, null, null));
        }

        @Test
        @Rule("XSV-018")
        void after_the_year_of_keeping_there_is_nothing_left_to_choose() {
            var stop = chosen(ExitOption.STOP, "2027-12-31", null, "0.00", null);
            var late = new ChooseExitOption(ExitOption.ARCHIVE, LocalDate.parse("2028-01-02"), at("2027-12-30T10:00"));
            agreement.given(after(ended(), stop)).when(late).thenRejected("XSV-017");
        }

        @Test
        @Rule("XSV-016")
        void view_that_reaches_its_end_without_another_choice_becomes_stop() {
            var view = chosen(ExitOption.VIEW, "2036-12-31", 1, "100.00", "0.00");
            var expire = new ExpireExitOption(LocalDate.parse("2036-12-31"));
            agreement
                    .given(after(ended(), view))
                    .when(expire)
                    .then(
                            new ExitOptionExpired(ExitOption.VIEW, LocalDate.parse("2036-12-31")),
                            new ExitOptionChosen(
                                    ExitOption.STOP,
                                    LocalDate.parse("2037-01-01"),
                                    LocalDate.parse("2037-12-31"),
                                    null,
                                    new BigDecimal("0.00"),
                                    null,
                                    true));
            var archive = chosen(ExitOption.ARCHIVE, null, null, "25.00", "0.00");
            agreement.given(after(ended(), view, archive)).when(expire).thenNothing();
        }
    }

    @Nested
    class Ending {

        @Test
        @Rule("XSV-005")
        void who_rejects_changed_terms_keeps_the_old_ones_for_two_months_from_the_notice() {
            var history = changedTerms("2026-07-01", false, Preset.AFAS_SLA);
            var noticeAt = at("2026-07-15T11:30");

            var events = agreement
                    .given(history)
                    .when(new TerminateAgreement(
                            TerminationGround.SLA_CHANGE,
                            TerminationScope.WHOLE,
                            2,
                            true,
                            null,
                            LocalDate.parse("2026-09-30"),
                            noticeAt))
                    .events();

            assertEquals(
                    new AgreementTerminated(
                            TerminationGround.SLA_CHANGE,
                            TerminationScope.WHOLE,
                            noticeAt,
                            LocalDate.parse("2026-09-30"),
                            2),
                    events.get(0));
            var old = assertInstanceOf(TenantTermsPublished.class, events.get(1));
            assertEquals(3, old.termsVersion());
            assertEquals("3 WORKING_DAYS", term(old, "priority.P3.response").value());
            assertEquals(noticeAt, old.validFrom());
            assertEquals(at("2026-09-16T00:00"), old.validTo());
        }

        @Test
        @Rule("XSV-005")
        void rejected_before_they_hold_changed_terms_begin_when_the_two_months_are_over() {
            var history = changedTerms("2026-08-01", false, Preset.AFAS_SLA);

            var events =
                    agreement.given(history).when(contest("2026-07-15T11:30")).events();

            var old = assertInstanceOf(TenantTermsPublished.class, events.get(1));
            assertEquals(at("2026-08-01T00:00"), old.validFrom());
            assertEquals(at("2026-09-16T00:00"), old.validTo());
        }

        @Test
        @Rule("XSV-005")
        void a_change_that_was_not_made_is_no_ground() {
            agreement.given(concluded()).when(contest("2026-07-15T11:30")).thenRejected("XSV-005");
        }

        @Test
        @Rule("XSV-008")
        void a_change_of_law_is_no_reason_for_dissolution() {
            agreement
                    .given(changedTerms("2026-07-01", true, Preset.PHOCUS_CLOUD))
                    .when(contest("2026-07-15T11:30"))
                    .thenRejected("XSV-008", new TerminationRefused(TerminationRefusal.STATUTORY_CHANGE, 2));
            var events = agreement
                    .given(changedTerms("2026-07-01", false, Preset.PHOCUS_CLOUD))
                    .when(contest("2026-07-15T11:30"))
                    .events();
            assertEquals(1, events.size());
        }

        @Test
        @Rule("PRA-041")
        void whose_objection_to_a_sub_processor_is_disregarded_may_leave_at_once() {
            var since = at("2026-06-15T09:00");
            agreement
                    .given(concluded())
                    .when(leaveSubprocessor(since))
                    .then(new AgreementTerminated(
                            TerminationGround.SUBPROCESSOR,
                            TerminationScope.WHOLE,
                            at("2026-06-15T10:00"),
                            LocalDate.parse("2026-06-15"),
                            null));
            agreement.given(concluded()).when(leaveSubprocessor(null)).thenRejected("PRA-041");
            agreement
                    .given(concluded())
                    .when(leaveSubprocessor(at("2026-06-15T10:01")))
                    .thenRejected("PRA-041");
            agreement
                    .given(agreement.given().when(conclude(Preset.PHOCUS_CLOUD)).events())
                    .when(leaveSubprocessor(since))
                    .thenRejected("PRA-041");
        }

        @Test
        void an_agreement_is_terminated_once() {
            var history = after(concluded(), terminated("2026-12-31"));
            agreement.given(history).when(notice("2026-12-31")).thenNothing();
            agreement.given(history).when(notice("2027-12-31")).thenRejected("XSV-005");
        }

        @Test
        @Rule({"PRA-041", "XSV-005"})
        void after_a_notice_the_customer_may_still_leave_because_of_the_vendor_and_no_later() {
            var history = after(concluded(), terminated("2026-12-31"));
            var atOnce = new AgreementTerminated(
                    TerminationGround.SUBPROCESSOR,
                    TerminationScope.WHOLE,
                    at("2026-06-15T10:00"),
                    LocalDate.parse("2026-06-15"),
                    null);
            agreement
                    .given(history)
                    .when(leaveSubprocessor(at("2026-06-15T09:00")))
                    .then(atOnce);
            agreement.given(history).when(leaveSubprocessor(null)).thenRejected("PRA-041");
            // The earliest end counts.
            agreement
                    .given(after(history, atOnce))
                    .when(new EndAgreement(LocalDate.parse("2026-12-31")))
                    .thenNothing();
            agreement
                    .given(after(history, atOnce))
                    .when(new EndAgreement(LocalDate.parse("2026-06-15")))
                    .then(new AgreementEnded(LocalDate.parse("2026-06-15"), SURVIVING));
            agreement.given(after(history, atOnce)).when(notice("2026-12-31")).thenNothing();

            var changed = after(changedTerms("2026-07-01", false, Preset.AFAS_SLA), terminated("2026-12-31"));
            assertEquals(
                    2,
                    agreement
                            .given(changed)
                            .when(contest("2026-07-15T11:30"))
                            .events()
                            .size());
            agreement
                    .given(after(changed, terminated("2026-11-30")))
                    .when(contest("2026-07-15T11:30"))
                    .thenRejected("XSV-005");
        }

        @Test
        @Rule({"XSV-005", "XSV-008"})
        void a_version_that_held_when_the_agreement_was_concluded_cannot_be_contested() {
            for (var preset : Preset.values()) {
                for (var from : List.of("2023-07-01", FIRST_DAY.toString())) {
                    agreement
                            .given(changedTerms(from, false, preset))
                            .when(contest("2026-07-15T11:30"))
                            .thenRejected("XSV-005");
                }
            }
        }

        @Test
        void it_does_not_end_before_the_notice() {
            agreement.given(concluded()).when(notice("2026-06-14")).thenRejected("XSV-005");
        }

        @Test
        @Rule("XSV-014")
        void it_ends_after_its_last_day_and_first_class_with_it() {
            var history = after(started(), terminated("2026-12-31"));
            agreement
                    .given(history)
                    .when(new EndAgreement(LocalDate.parse("2026-12-31")))
                    .then(
                            new FirstClassEnded(LocalDate.parse("2026-12-31")),
                            new AgreementEnded(LocalDate.parse("2026-12-31"), SURVIVING));
            agreement
                    .given(history)
                    .when(new EndAgreement(LocalDate.parse("2026-11-30")))
                    .thenNothing();
            agreement
                    .given(ended())
                    .when(new EndAgreement(LocalDate.parse("2026-12-31")))
                    .thenNothing();
        }

        @Test
        @Rule("XSV-005")
        void a_terminated_part_leaves_the_rest_in_force() {
            var history = after(
                    concluded(),
                    new AgreementTerminated(
                            TerminationGround.NOTICE,
                            TerminationScope.PART,
                            at("2026-06-15T10:00"),
                            LocalDate.parse("2026-12-31"),
                            null));
            agreement
                    .given(history)
                    .when(new TerminateAgreement(
                            TerminationGround.NOTICE,
                            TerminationScope.PART,
                            null,
                            false,
                            null,
                            LocalDate.parse("2026-12-31"),
                            at("2026-06-16T10:00")))
                    .thenNothing();
            agreement
                    .given(history)
                    .when(new EndAgreement(LocalDate.parse("2026-12-31")))
                    .thenNothing();
        }

        @Test
        @Rule("XSV-014")
        void after_the_end_nothing_is_taken_but_exit() {
            for (var command : List.of(
                    new SubscribeFirstClass(at("2027-01-05T10:00")),
                    new CancelFirstClass(at("2027-01-05T10:00")),
                    new RequestLicenceChange(LICENCE_TAKEN, at("2027-01-05T10:00")),
                    new ChangeLicence(LICENCE_TAKEN, LocalDate.parse("2027-02-01")),
                    new ExtendAgreement(LocalDate.parse("2028-01-01")),
                    change("2027-02-01", Map.of()),
                    notice("2028-01-01"))) {
                agreement.given(ended()).when(command).thenRejected("XSV-014");
            }
            agreement
                    .given(ended())
                    .when(choose(ExitOption.STOP))
                    .then(chosen(ExitOption.STOP, "2027-12-31", null, "0.00", null));
        }
    }

    private ConcludeAgreement conclude(Preset preset) {
        return conclude(preset, Map.of());
    }

    private static ConcludeAgreement conclude(Preset preset, Map<String, String> deviations) {
        return new ConcludeAgreement(
                "afas",
                "A-10045",
                "Woonstichting De Brug",
                preset,
                Deviation.read(deviations),
                FIRST_DAY,
                null,
                LICENCE_TAKEN,
                List.of(new Contact(
                        null, "Example Contact", "contact@example.org", Set.of(Contact.Role.AGREEMENT_CONTACT))));
    }

    private List<AgreementEvent> conclude(Map<String, String> deviations) {
        return agreement.given().when(conclude(Preset.AFAS_SLA, deviations)).events();
    }

    private List<AgreementEvent> conclude(Preset preset, List<AgreementEvent> further) {
        return after(agreement.given().when(conclude(preset)).events(), further);
    }

    private List<AgreementEvent> concluded() {
        return conclude(Map.of());
    }

    private List<AgreementEvent> subscribed() {
        return after(
                concluded(), new FirstClassSubscribed(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01")));
    }

    private List<AgreementEvent> started() {
        return after(subscribed(), new FirstClassStarted(LocalDate.parse("2026-04-01")));
    }

    private List<AgreementEvent> cancelled() {
        return after(started(), new FirstClassCancelled(at("2026-05-20T12:00"), LocalDate.parse("2026-06-30")));
    }

    private List<AgreementEvent> ended() {
        return after(
                concluded(), terminated("2026-12-31"), new AgreementEnded(LocalDate.parse("2026-12-31"), SURVIVING));
    }

    private static AgreementTerminated terminated(String lastDay) {
        return new AgreementTerminated(
                TerminationGround.NOTICE,
                TerminationScope.WHOLE,
                at("2026-06-15T10:00"),
                LocalDate.parse(lastDay),
                null);
    }

    private static TerminateAgreement notice(String lastDay) {
        return new TerminateAgreement(
                TerminationGround.NOTICE,
                TerminationScope.WHOLE,
                null,
                false,
                null,
                LocalDate.parse(lastDay),
                at("2026-06-15T10:00"));
    }

    /** With immediate effect. */
    private static TerminateAgreement leaveSubprocessor(@Nullable Instant since) {
        return new TerminateAgreement(
                TerminationGround.SUBPROCESSOR,
                TerminationScope.WHOLE,
                null,
                false,
                since,
                LocalDate.parse("2026-06-15"),
                at("2026-06-15T10:00"));
    }

    private static TerminateAgreement contest(String noticeAt) {
        return new TerminateAgreement(
                TerminationGround.SLA_CHANGE,
                TerminationScope.WHOLE,
                2,
                true,
                null,
                LocalDate.parse("2026-12-31"),
                at(noticeAt));
    }

    private List<AgreementEvent> changedTerms(String from, boolean statutory, Preset preset) {
        var history = agreement.given().when(conclude(preset)).events();
        var key = preset == Preset.AFAS_SLA ? "priority.P3.response" : "breach.informWithin";
        var change = new AdoptSlaVersion(
                2,
                List.of(Deviation.read(key, "4 WORKING_DAYS", "art. 3", Origin.SLA_VERSION)),
                LocalDate.parse(from),
                statutory);
        return after(history, agreement.given(history).when(change).events());
    }

    private static ChangeTerms change(String from, Map<String, String> deviations) {
        return new ChangeTerms(
                Deviation.read(deviations), Set.of(), LocalDate.parse(from), false, at("2024-06-01T10:00"));
    }

    private static ChooseExitOption choose(ExitOption option) {
        return new ChooseExitOption(option, LocalDate.parse("2027-01-01"), at("2026-11-15T10:00"));
    }

    private static ChooseExitOption choose(ExitOption option, String from) {
        return new ChooseExitOption(option, LocalDate.parse(from), at("2027-01-15T10:00"));
    }

    private static ExitOptionChosen chosen(
            ExitOption option, String until, Integer users, String monthlyAmount, String basis) {
        return new ExitOptionChosen(
                option,
                LocalDate.parse("2027-01-01"),
                Optional.ofNullable(until).map(LocalDate::parse).orElse(null),
                users,
                Optional.ofNullable(monthlyAmount).map(BigDecimal::new).orElse(null),
                Optional.ofNullable(basis).map(BigDecimal::new).orElse(null),
                false);
    }

    private static RecordInvoice invoice(String id, String period, InvoiceLine... lines) {
        return new RecordInvoice(id, YearMonth.parse(period), List.of(lines));
    }

    private static InvoiceRecorded invoiced(String period, String licence) {
        return recorded(invoice("F-" + period, period, line(LICENCE, licence)));
    }

    private static InvoiceRecorded recorded(RecordInvoice invoice) {
        return new InvoiceRecorded(invoice.invoiceId(), invoice.period(), invoice.lines());
    }

    private static InvoiceLine line(InvoiceLine.Kind kind, String amount) {
        return new InvoiceLine(kind, new BigDecimal(amount));
    }

    private static List<AgreementEvent> after(List<AgreementEvent> history, AgreementEvent... further) {
        return after(history, Arrays.asList(further));
    }

    private static List<AgreementEvent> after(List<AgreementEvent> history, List<AgreementEvent> further) {
        var all = new ArrayList<>(history);
        all.addAll(further);
        return all;
    }

    private static TenantTermsPublished terms(List<AgreementEvent> events) {
        return (TenantTermsPublished) events.getLast();
    }

    private static AgreedTerm term(TenantTermsPublished terms, String key) {
        return terms.terms().stream()
                .filter(term -> term.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Local time, Europe/Amsterdam. */
    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
