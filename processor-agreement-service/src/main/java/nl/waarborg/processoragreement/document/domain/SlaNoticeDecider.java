package nl.waarborg.processoragreement.document.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.document.domain.SlaNoticeCommand.RecordSlaNoticeMailed;
import nl.waarborg.processoragreement.document.domain.SlaNoticeEvent.SlaNoticeMailed;

/** XSV-003: one mail per customer and change. */
public final class SlaNoticeDecider implements Decider<SlaNoticeCommand, SlaNotice, SlaNoticeEvent> {

    @Override
    public SlaNotice initialState() {
        return new SlaNotice(false);
    }

    @Override
    public Decision<SlaNoticeEvent> decide(SlaNoticeCommand command, SlaNotice notice) {
        return switch (command) {
            case RecordSlaNoticeMailed c ->
                notice.mailed()
                        ? Decision.nothing()
                        : Decision.of(new SlaNoticeMailed(c.slaVersion(), c.recipients(), c.at()));
        };
    }

    @Override
    public SlaNotice evolve(SlaNotice notice, SlaNoticeEvent event) {
        return switch (event) {
            case SlaNoticeMailed _ -> new SlaNotice(true);
        };
    }
}
