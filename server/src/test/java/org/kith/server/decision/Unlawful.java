package org.kith.server.decision;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks through everything there is for whoever was refused, or whose card was taken, otherwise than by a decision:
/// with
/// a number, after hearing, by two officers where the programme says so, and in the journal.
final class Unlawful {
    /// Heard: on that ground, by a notice that nobody took back, which was answered or whose day was over.
    private static final String REFUSED = """
            select application.id from application
            where stage in ('REFUSAL_PROPOSED', 'REFUSED', 'APPEALED', 'APPEAL_PROPOSED', 'REFUSAL_FINAL')
            and not exists (
                select from decision refusal
                join decision notice on notice.subject = refusal.subject and notice.verdict = 'ANNOUNCE_REFUSAL'
                     and notice.state = 'MADE' and notice.ground = refusal.ground
                     and notice.settled_at < refusal.proposed_at
                     and (notice.answered_at < refusal.proposed_at or notice.answer_until < refusal.proposed_at::date)
                where refusal.subject = application.id and refusal.verdict = 'REFUSE'
                and refusal.state = case when stage = 'REFUSAL_PROPOSED' then 'PROPOSED' else 'MADE' end
                and not exists (select from decision taken_back where taken_back.corrects = notice.id)
                and (refusal.state = 'PROPOSED'
                     or exists (select from journal where deed = 'REFUSED' and case_id = application.id)))
            """;

    private static final String SUSPENDED = """
            select card.id from card where stage = 'SUSPENDED'
            and not (held_by = 'HOLDER'
                     and exists (select from journal where deed = 'LOST_REPORTED' and case_id = card.id
                                 and actor_kind = 'PERSON' and actor = card.person))
            and not exists (
                select from decision join journal on deed = 'CARD_SUSPENDED' and case_id = card.id
                where decision.subject = card.id and verdict = 'SUSPEND' and state = 'MADE')
            """;

    /// In Utopia two officers revoke.
    private static final String REVOKED = """
            select card.id from card where stage = 'REVOKED'
            and not exists (
                select from decision revocation
                join journal on deed = 'CARD_REVOKED' and case_id = card.id
                join decision notice on notice.subject = card.id and notice.state = 'MADE'
                     and notice.verdict in ('ANNOUNCE_REVOCATION', 'SUSPEND')
                     and notice.settled_at < revocation.proposed_at
                     and (notice.answered_at < revocation.proposed_at
                          or notice.answer_until < revocation.proposed_at::date)
                where revocation.subject = card.id and revocation.verdict = 'REVOKE'
                and revocation.state = 'MADE' and revocation.second is not null)
            """;

    /// Nor is it proposed: whoever signs relies on that.
    private static final String REVOCATION_PROPOSED = """
            select revocation.subject from decision revocation where verdict = 'REVOKE' and state = 'PROPOSED'
            and not exists (
                select from decision notice where notice.subject = revocation.subject and notice.state = 'MADE'
                and notice.verdict in ('ANNOUNCE_REVOCATION', 'SUSPEND')
                and notice.settled_at < revocation.proposed_at
                and (notice.answered_at < revocation.proposed_at
                     or notice.answer_until < revocation.proposed_at::date))
            """;

    private final JdbcClient jdbc;

    Unlawful(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> all() {
        var all = new ArrayList<String>();
        for (var sql : List.of(REFUSED, SUSPENDED, REVOKED, REVOCATION_PROPOSED))
            all.addAll(jdbc.sql(sql).query(String.class).list());
        return all;
    }
}
