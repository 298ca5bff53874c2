package nl.waarborg.processoragreement.partner.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.partner.domain.Partner.Listed;
import nl.waarborg.processoragreement.partner.domain.Partner.NotListed;
import nl.waarborg.processoragreement.partner.domain.Partner.Reference;
import nl.waarborg.processoragreement.partner.domain.PartnerCommand.RecordExpertReference;
import nl.waarborg.processoragreement.partner.domain.PartnerCommand.RegisterPartner;
import nl.waarborg.processoragreement.partner.domain.PartnerCommand.RemovePartner;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.ExpertReferenceRecorded;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.PartnerRegistered;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.PartnerRemoved;
import org.jspecify.annotations.Nullable;

/** Experts are tested and show references, couplings are tested and checked; only then are they listed (XSV-053). */
public final class PartnerDecider implements Decider<PartnerCommand, Partner, PartnerEvent> {

    private static final String RULE = "XSV-053";

    @Override
    public Partner initialState() {
        return new NotListed();
    }

    @Override
    public Decision<PartnerEvent> decide(PartnerCommand command, Partner partner) {
        return switch (command) {
            case RegisterPartner c -> register(c, partner);
            case RecordExpertReference c -> refer(c, partner);
            case RemovePartner c ->
                partner instanceof Listed listed
                        ? Decision.of(new PartnerRemoved(
                                listed.registration().partnerId(),
                                listed.registration().provider(),
                                c.at()))
                        : Decision.nothing();
        };
    }

    private static Decision<PartnerEvent> register(RegisterPartner c, Partner partner) {
        if (after(c.testedOn(), c.today()) || after(c.securityCheckedOn(), c.today())) {
            return Decision.reject(RULE, "not-tested-yet", "A test or check is recorded when it was held.");
        }
        if (c.kind() == PartnerKind.EXPERT && c.testedOn() == null) {
            return Decision.reject(RULE, "not-certified", "An expert is listed once it was tested.");
        }
        if (c.kind() == PartnerKind.CERTIFIED_COUPLING && (c.testedOn() == null || c.securityCheckedOn() == null)) {
            return Decision.reject(
                    RULE, "coupling-not-checked", "A coupling is listed once it was tested and its security checked.");
        }
        if (partner instanceof Listed listed && same(c, listed.registration())) {
            return Decision.nothing();
        }
        return Decision.of(new PartnerRegistered(
                Partner.stream(c.provider(), c.kind(), c.name()).id(),
                c.provider(),
                c.kind(),
                c.name(),
                c.website(),
                c.testedOn(),
                c.securityCheckedOn(),
                c.at()));
    }

    private static boolean same(RegisterPartner c, PartnerRegistered known) {
        return Objects.equals(c.website(), known.website())
                && Objects.equals(c.testedOn(), known.testedOn())
                && Objects.equals(c.securityCheckedOn(), known.securityCheckedOn());
    }

    private static Decision<PartnerEvent> refer(RecordExpertReference c, Partner partner) {
        if (!(partner instanceof Listed listed)) {
            return Decision.reject(RULE, "no-such-partner", "There is no such partner.");
        }
        var registration = listed.registration();
        if (registration.kind() != PartnerKind.EXPERT) {
            return Decision.reject(RULE, "no-expert", "References are of experts.");
        }
        if (c.year().getValue() > c.today().getYear()) {
            return Decision.reject(RULE, "year-to-come", "A reference is of this year or an earlier one.");
        }
        return listed.references().contains(new Reference(c.year().getValue(), c.reference()))
                ? Decision.nothing()
                : Decision.of(new ExpertReferenceRecorded(
                        registration.partnerId(),
                        registration.provider(),
                        c.year().getValue(),
                        c.reference(),
                        c.at()));
    }

    private static boolean after(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isAfter(today);
    }

    @Override
    public Partner evolve(Partner partner, PartnerEvent event) {
        return switch (event) {
            case PartnerRegistered e ->
                new Listed(e, partner instanceof Listed listed ? listed.references() : Set.of());
            case ExpertReferenceRecorded e -> partner instanceof Listed listed ? listed.with(e) : partner;
            case PartnerRemoved _ -> new NotListed();
        };
    }
}
