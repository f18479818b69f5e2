package org.kith.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.kith.server.staff.StaffResult.Done;
import org.kith.server.staff.StaffResult.LastManager;
import org.kith.server.staff.StaffResult.Linked;
import org.kith.server.staff.StaffResult.ManagerExists;
import org.kith.server.staff.StaffResult.NotNow;
import org.kith.server.staff.StaffResult.SecondPersonNeeded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Each test's changes are undone: the demonstration's managers are shared.
@Transactional
class StaffTest extends ServerTest {
    @Autowired
    Staff staff;

    @Autowired
    Officers officers;

    @Test
    void the_first_manager_is_made_only_where_there_is_none() {
        assertThat(staff.first("A. First")).isInstanceOf(ManagerExists.class);

        withoutManagers();

        assertThat(staff.first("A. First")).isInstanceOf(Linked.class);
        assertThat(staff.first("B. Second")).isInstanceOf(ManagerExists.class);
    }

    @Test
    void nobody_confirms_whom_they_invited() {
        var supervisor = invited(manager("D. Brandt"), Role.SUPERVISOR);

        assertThat(staff.confirm(supervisor, manager("D. Brandt"))).isInstanceOf(SecondPersonNeeded.class);
        assertThat(staff.confirm(supervisor, manager("K. Linde"))).isInstanceOf(Done.class);
        assertThat(staff.confirm(supervisor, manager("K. Linde"))).isInstanceOf(NotNow.class);
    }

    @Test
    void a_caseworker_needs_no_second_person() {
        var caseworker = invited(manager("D. Brandt"), Role.CASEWORKER);

        assertThat(officers.find(caseworker).orElseThrow().confirmed()).isTrue();
    }

    @Test
    void the_last_manager_cannot_be_disabled() {
        withTheTwoManagersAlone();
        assertThat(staff.disable(manager("D. Brandt").id(), manager("K. Linde")))
                .isInstanceOf(Done.class);

        var last = manager("K. Linde");
        assertThat(staff.disable(last.id(), last)).isInstanceOf(LastManager.class);
    }

    @Test
    void the_operator_confirms_only_until_there_are_two_managers() {
        withTheTwoManagersAlone();
        var third = invited(manager("D. Brandt"), Role.MANAGER);
        assertThat(staff.confirmAtConsole(third)).isInstanceOf(SecondPersonNeeded.class);

        staff.disable(manager("K. Linde").id(), manager("D. Brandt"));

        assertThat(staff.confirmAtConsole(third)).isInstanceOf(Done.class);
    }

    @Test
    void nobody_asks_for_a_new_passkey_of_their_own() {
        var manager = manager("D. Brandt");

        assertThat(staff.askReenrolment(manager.id(), manager)).isInstanceOf(SecondPersonNeeded.class);
    }

    @Test
    @Transactional(propagation = Propagation.NEVER)
    void the_journal_knows_who_let_whom_in() {
        var supervisor = invited(manager("D. Brandt"), Role.SUPERVISOR);
        staff.confirm(supervisor, manager("K. Linde"));
        staff.disable(supervisor, manager("D. Brandt"));

        assertThat(jdbc.sql("select deed from journal where case_id = ?")
                        .param(supervisor.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("OFFICER_INVITED", "ROLE_GIVEN", "OFFICER_CONFIRMED", "OFFICER_DISABLED");
    }

    @Test
    void the_register_is_for_managers_alone() {
        for (var role : new String[] {"registrar", "caseworker", "supervisor", "auditor"})
            assertThat(Visitor.asOfficer(port, role).get("/admin/staff").status())
                    .isEqualTo(403);
        assertThat(Visitor.asOfficer(port, "manager").get("/admin/staff").status())
                .isEqualTo(200);
    }

    @Test
    void a_registrar_is_invited_to_a_centre() {
        var manager = Visitor.asOfficer(port, "manager");
        manager.get("/admin/staff/invite");

        var answer = manager.post("/admin/staff/invite", Map.of("name", "R. Nowhere", "roles", "REGISTRAR"));

        assertThat(answer.text()).contains("Choose the centre the registrar works at");
    }

    private OfficerId invited(Officer by, Role role) {
        var result = staff.invite(new Invitation("S. Test " + UUID.randomUUID(), Set.of(role), null), by);
        return ((Linked) result).officer();
    }

    private Officer manager(String name) {
        return officers.all().stream()
                .filter(officer -> officer.name().equals(name))
                .findFirst()
                .orElseThrow()
                .asOfficer();
    }

    /// Other tests may have brought more.
    private void withTheTwoManagersAlone() {
        var sql = """
            update officer set state = 'DISABLED'
            where 'MANAGER' = any (roles) and name not in ('D. Brandt', 'K. Linde')
            """;
        jdbc.sql(sql).update();
    }

    private void withoutManagers() {
        jdbc.sql("update officer set state = 'DISABLED' where 'MANAGER' = any (roles)")
                .update();
    }
}
