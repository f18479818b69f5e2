package org.kith.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.Chromium;
import org.kith.server.ServerTest;
import org.kith.server.VirtualDevice;
import org.kith.server.Visitor;
import org.kith.server.staff.StaffResult.Linked;
import org.springframework.beans.factory.annotation.Autowired;

/// Officers with passkeys, in a real browser with a virtual authenticator.
class PasskeyTest extends ServerTest {
    private static Chromium chromium;

    @Autowired
    Staff staff;

    @Autowired
    Officers officers;

    private final String name = "P. Test " + UUID.randomUUID().toString().substring(0, 8);
    private Page page;
    private VirtualDevice device;

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    @BeforeEach
    void aBrowserWithADeviceThatKnowsItsUser() {
        var profile = chromium.profile();
        profile.setDefaultTimeout(20_000);
        page = profile.newPage();
        device = VirtualDevice.in(page);
    }

    @Test
    void an_officer_makes_a_passkey_and_signs_in_with_it() {
        enrol(invite(Role.REGISTRAR));

        page.navigate(at("/staff"));
        assertThat(page.url()).contains("/staff/sign-in?next=/staff");
        pressSignIn();

        page.waitForURL(at("/staff"));
        assertThat(page.textContent("header")).contains(name + ", registrar");
    }

    @Test
    void a_link_enrols_once() {
        var link = invite(Role.CASEWORKER);
        enrol(link);

        page.navigate(link);

        assertThat(page.textContent("h1")).contains("This link no longer works");
    }

    @Test
    void a_device_that_did_not_check_its_user_is_refused() {
        enrol(invite(Role.CASEWORKER));
        device.heldByAStranger();

        page.navigate(at("/staff/sign-in"));
        pressSignIn();

        waitForRefusal();
        page.navigate(at("/staff"));
        assertThat(page.url()).contains("/staff/sign-in");
    }

    @Test
    void a_passkey_nobody_enrolled_opens_nothing() {
        enrol(invite(Role.CASEWORKER));
        jdbc.sql("delete from officer_passkey where officer = ?")
                .param(officerId().value())
                .update();

        page.navigate(at("/staff/sign-in"));
        pressSignIn();

        waitForRefusal();
    }

    @Test
    void a_disabled_officer_is_out_at_the_next_click() {
        enrol(invite(Role.CASEWORKER));
        signIn();

        assertThat(staff.disable(officerId(), manager())).isInstanceOf(StaffResult.Done.class);
        page.reload();

        assertThat(page.url()).contains("/staff/sign-in");
        pressSignIn();
        waitForRefusal();
    }

    @Test
    void a_supervisor_signs_in_only_after_a_second_manager_agreed() {
        enrol(invite(Role.SUPERVISOR));
        assertThat(page.textContent("main")).contains("A second manager still has to confirm");

        page.navigate(at("/staff/sign-in"));
        pressSignIn();
        waitForRefusal();
        var alone = confirmAs(Visitor.asOfficer(port, "manager", 1));
        confirmAs(Visitor.asOfficer(port, "manager", 2));

        assertThat(alone.text()).contains("This needs two people");
        signIn();
        assertThat(page.textContent("header")).contains(name + ", supervisor");
    }

    @Test
    void a_lost_passkey_is_replaced_by_two_managers() {
        enrol(invite(Role.CASEWORKER));
        var first = Visitor.asOfficer(port, "manager", 1);
        first.get("/admin/staff");
        first.post("/admin/staff/" + officerId() + "/re-enrol", Map.of());

        var alone = confirmAs(first);
        var link = confirmAs(Visitor.asOfficer(port, "manager", 2)).find("id=\"link\">([^<]+)<");

        assertThat(alone.text()).contains("This needs two people");
        page.navigate(at("/staff/sign-in"));
        pressSignIn();
        waitForRefusal();
        enrol(link);
        signIn();
    }

    private Visitor.Answer confirmAs(Visitor manager) {
        manager.get("/admin/staff");
        return manager.post("/admin/staff/" + officerId() + "/confirm", Map.of());
    }

    private String invite(Role role) {
        var result = staff.invite(new Invitation(name, Set.of(role), null), manager());
        return ((Linked) result).link().address();
    }

    private void enrol(String link) {
        page.navigate(link);
        page.click("text=Make the passkey");
        page.waitForSelector("text=Your passkey is made");
    }

    private void signIn() {
        page.navigate(at("/staff/sign-in"));
        pressSignIn();
        page.waitForURL(at("/staff"));
    }

    private void pressSignIn() {
        page.click("text=Sign in with your passkey");
    }

    private void waitForRefusal() {
        page.waitForSelector("text=That did not work");
    }

    private OfficerId officerId() {
        return named(name);
    }

    private Officer manager() {
        return officers.active(named("D. Brandt")).orElseThrow();
    }

    private OfficerId named(String wanted) {
        return officers.all().stream()
                .filter(officer -> officer.name().equals(wanted))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
