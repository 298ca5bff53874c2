package nl.waarborg.processoragreement.subprocessor.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorActivated;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorAnnounced;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorEnded;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionDecided;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionRaised;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorRefused;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorRegistered;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SupplierChangeAnnounced;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.UpstreamChangeReceived;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.UpstreamNoticeTooShort;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier;
import org.jspecify.annotations.Nullable;

/** The register of suppliers, the dated notices of its feed, and objections. */
public final class SubprocessorsProjection implements Projection<SubprocessorEvent> {

    private static final String REGISTERED =
            """
            insert into subprocessor (subprocessor_id, provider, version, name, kind, supplier, state, refusal,
                registered_at, upstream_notice)
            values (?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?)""";
    private static final String VERSION = "update subprocessor set version = ? where subprocessor_id = ?";
    private static final String TOO_SHORT = "update subprocessor set own_notice = ? where subprocessor_id = ?";
    private static final String ANNOUNCED =
            """
            update subprocessor set state = 'ANNOUNCED', announced_at = ?, earliest_start = ? where subprocessor_id = ?""";
    private static final String ACTIVATED =
            """
            update subprocessor set state = 'ACTIVE', started_at = ?, ended_at = null where subprocessor_id = ?""";
    private static final String ENDED =
            "update subprocessor set state = 'ENDED', ended_at = ? where subprocessor_id = ?";
    private static final String NOTICE =
            """
            insert into supplier_notice (event_id, provider, subprocessor_id, kind, at, effective_from, change, consequences,
                announce_by, too_late)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OBJECTED =
            """
            insert into subprocessor_objection (objection_id, tenant_id, subprocessor_id, raised_by, text, raised_at)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String DECIDED =
            """
            update subprocessor_objection set decision = ?, decided_by = ?, reasons = ?, sealed_reasons = ?, decided_at = ?
            where objection_id = ?""";
    private static final String MAY_TERMINATE =
            """
            update subprocessor_objection set may_terminate_from = ?
            where subprocessor_id = ? and may_terminate_from is null""";
    /** It processed data already when the board decided to go on. */
    private static final String WENT_ON =
            """
            update subprocessor_objection o set may_terminate_from = ? from subprocessor s
            where o.objection_id = ? and o.may_terminate_from is null and o.decision = 'GO_ON'
                and s.subprocessor_id = o.subprocessor_id and s.state = 'ACTIVE'""";

    private final PersonalData personal;

    public SubprocessorsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "subprocessors";
    }

    @Override
    public Class<SubprocessorEvent> events() {
        return SubprocessorEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("subprocessor", "supplier_notice", "subprocessor_objection");
    }

    @Override
    public void apply(List<RecordedEvent<SubprocessorEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            apply(recorded, statements);
            statements.add(VERSION, recorded.version(), recorded.event().subprocessorId());
        }
        statements.run(connection);
    }

    private void apply(RecordedEvent<SubprocessorEvent> recorded, Statements statements) {
        var id = recorded.event().subprocessorId();
        switch (recorded.event()) {
            case SubprocessorRegistered e -> registered(recorded, e.supplier(), "REGISTERED", null, e.at(), statements);
            case SubprocessorRefused e ->
                registered(recorded, e.supplier(), "REFUSED", e.reason().name(), e.at(), statements);
            case UpstreamNoticeTooShort e -> statements.add(TOO_SHORT, e.ownNotice(), id);
            case SubprocessorAnnounced e -> {
                statements.add(ANNOUNCED, e.announcedAt(), e.earliestStart(), id);
                notice(recorded, NoticeKind.ANNOUNCED, e.announcedAt(), e.earliestStart(), null, null, statements);
            }
            case SubprocessorActivated e -> {
                statements.add(ACTIVATED, e.startedAt(), id);
                statements.add(MAY_TERMINATE, e.startedAt(), id);
                notice(recorded, NoticeKind.ACTIVATED, e.startedAt(), e.startedAt(), null, null, statements);
            }
            case SubprocessorEnded e -> {
                statements.add(ENDED, e.endedAt(), id);
                notice(recorded, NoticeKind.ENDED, e.endedAt(), e.endedAt(), null, null, statements);
            }
            case SubprocessorObjectionRaised e ->
                statements.add(OBJECTED, e.objectionId(), e.tenant(), id, e.raisedBy(), e.text(), e.at());
            case SubprocessorObjectionDecided e -> {
                statements.add(
                        DECIDED,
                        e.decision(),
                        e.decidedBy(),
                        personal.protect(StreamId.PLATFORM, e.reasons()),
                        e.sealedReasons(),
                        e.at(),
                        e.objectionId());
                statements.add(WENT_ON, e.at(), e.objectionId());
            }
            case UpstreamChangeReceived e ->
                statements.add(
                        NOTICE,
                        recorded.id(),
                        e.provider(),
                        id,
                        NoticeKind.UPSTREAM_CHANGE,
                        e.receivedAt(),
                        e.effectiveFrom(),
                        e.change(),
                        null,
                        e.announceBy(),
                        e.tooLate());
            case SupplierChangeAnnounced e ->
                notice(
                        recorded,
                        NoticeKind.SUPPLIER_CHANGE,
                        e.at(),
                        e.effectiveFrom(),
                        e.change(),
                        e.consequences(),
                        statements);
        }
    }

    private static void registered(
            RecordedEvent<SubprocessorEvent> recorded,
            Supplier supplier,
            String state,
            @Nullable String refusal,
            Instant at,
            Statements statements) {
        statements.add(
                REGISTERED,
                recorded.event().subprocessorId(),
                recorded.event().provider(),
                recorded.version(),
                supplier.name(),
                supplier.kind(),
                SupplierJson.write(supplier),
                state,
                refusal,
                at,
                supplier.upstreamNotice());
    }

    private static void notice(
            RecordedEvent<SubprocessorEvent> recorded,
            NoticeKind kind,
            Instant at,
            @Nullable Instant effectiveFrom,
            @Nullable String change,
            @Nullable String consequences,
            Statements statements) {
        statements.add(
                NOTICE,
                recorded.id(),
                recorded.event().provider(),
                recorded.event().subprocessorId(),
                kind,
                at,
                effectiveFrom,
                change,
                consequences,
                null,
                false);
    }
}
