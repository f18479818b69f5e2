package org.kith.pack.question;

import java.util.Map;
import java.util.Optional;

/// Reads a name: as the person writes it, in any script, and as the passport's lines spell it.
final class NameForm {
    private final AnswerForm form;

    NameForm(AnswerForm form) {
        this.form = form;
    }

    Optional<Value.Name> read() {
        var given = ownScript("given");
        var family = ownScript("family");
        // A single name is enough, on either line (ICAO 9303-3 section 4.6).
        if (given.isEmpty()) form.refuse(form.field("given"), "refused.name.given", Map.of());
        var spelt = !(form.question().detail() instanceof Detail.Names names) || names.passportSpelling();
        if (!spelt) return Optional.of(new Value.Name(given, family, "", ""));

        var passportGiven = PassportSpelling.read(form, form.field("passport_given"));
        var passportFamily = PassportSpelling.read(form, form.field("passport_family"));
        if (passportGiven.isEmpty() && passportFamily.isEmpty()) {
            form.refuse(form.field("passport_given"), "refused.name.passport", Map.of());
        }
        return Optional.of(new Value.Name(given, family, passportGiven, passportFamily));
    }

    private String ownScript(String part) {
        var name = form.line(form.field(part), form.question().maxLength());
        if (!name.isEmpty() && name.codePoints().noneMatch(Character::isLetter)) {
            form.refuse(form.field(part), "refused.name.letters", Map.of());
        }
        return name;
    }
}
