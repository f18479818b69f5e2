package org.kith.server.demo.web;

import java.util.List;
import org.kith.server.demo.DemoTray;
import org.kith.server.demo.OnlyInDemonstration;
import org.kith.server.site.BaseUrl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Mail to read that a real server would have sent.
@Controller
@OnlyInDemonstration
class OutboxController {
    private final ObjectProvider<DemoTray> tray;
    private final BaseUrl base;

    OutboxController(ObjectProvider<DemoTray> tray, BaseUrl base) {
        this.tray = tray;
        this.base = base;
    }

    @GetMapping("/demo/outbox")
    ModelAndView outbox() {
        var kept = tray.getIfAvailable();
        var mails = kept == null
                ? List.<OutboxPage.Shown>of()
                : kept.mails().stream().map(this::shown).toList();
        return new ModelAndView("demo/outbox", "page", new OutboxPage(mails, kept == null));
    }

    private OutboxPage.Shown shown(org.kith.server.notify.Mail mail) {
        return OutboxPage.Shown.of(mail, base.link(""));
    }
}
