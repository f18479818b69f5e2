package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.desk.ChipVisit;
import org.kith.server.identity.StatesImport.Result.Imported;
import org.kith.server.identity.StatesImport.Result.NotConfirmed;
import org.kith.server.identity.StatesImport.Result.SignatureWrong;
import org.kith.server.identity.StatesImport.Result.Unreadable;
import org.kith.specimen.SpecimenState;
import org.springframework.beans.factory.annotation.Autowired;

class StatesImportTest extends ServerTest {
    @Autowired
    private StatesImport states;

    @Autowired
    private ChipVisit visits;

    @Autowired
    private Clock clock;

    @Test
    void a_first_list_needs_the_fingerprint_that_was_compared_and_a_second_does_not() {
        var publisher = state("QQ");
        var first =
                visits.list(publisher, List.of(state("UT").csca(), state("BR").csca()));
        var before = imports();

        assertThat(states.take(first, null)).isInstanceOf(NotConfirmed.class);
        assertThat(states.take(first, "0".repeat(64))).isInstanceOf(NotConfirmed.class);
        assertThat(states.take(first, print(publisher))).isEqualTo(new Imported("QQ", 2, 0, 0, 0));
        assertThat(states.take(first, null)).isEqualTo(new Imported("QQ", 0, 2, 0, 0));
        assertThat(imports() - before).isEqualTo(2);
    }

    @Test
    void a_newer_list_takes_the_place_of_the_one_before_and_of_nobody_elses() {
        var publisher = state("QR");
        var other = state("QS");
        X509Certificate stays = state("UT").csca();
        X509Certificate goes = state("AR").csca();
        states.take(visits.list(other, List.of(goes)), print(other));
        states.take(visits.list(publisher, List.of(stays, goes)), print(publisher));

        assertThat(states.take(visits.list(publisher, List.of(stays, state("RU").csca())), null))
                .isEqualTo(new Imported("QR", 1, 1, 1, 0));
        assertThat(believed("AR")).isEqualTo(1);
        assertThat(states.take(visits.list(publisher, List.of(stays, goes)), null))
                .isEqualTo(new Imported("QR", 1, 1, 1, 0));
    }

    @Test
    void what_is_no_list_or_was_changed_is_refused() {
        var publisher = state("QT");
        var list = visits.list(publisher, List.of(state("UT").csca()));
        list[list.length - 1] ^= 1;

        assertThat(states.take(list, print(publisher))).isInstanceOf(SignatureWrong.class);
        assertThat(states.take(new byte[] {1, 2, 3}, null)).isInstanceOf(Unreadable.class);
    }

    private SpecimenState state(String country) {
        return SpecimenState.of(country, clock.instant());
    }

    private static String print(SpecimenState state) {
        return ChipVisit.fingerprint(state.csca());
    }

    private long imports() {
        return jdbc.sql("select count(*) from journal where deed = 'STATES_IMPORTED'")
                .query(Long.class)
                .single();
    }

    private int believed(String country) {
        return jdbc.sql(
                        "select count(distinct fingerprint) from csca_certificate where country = ? and gone_at is null")
                .param(country)
                .query(Integer.class)
                .single();
    }
}
