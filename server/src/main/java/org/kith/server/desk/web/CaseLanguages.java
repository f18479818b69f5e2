package org.kith.server.desk.web;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import org.kith.server.account.HeldForms;
import org.kith.server.desk.web.CasePage.Choice;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.springframework.stereotype.Component;

/// In which languages an officer can write a reason: those of the programme.
@Component
class CaseLanguages {
    private final Programme programme;
    private final HeldForms forms;

    CaseLanguages(Programme programme, HeldForms forms) {
        this.programme = programme;
        this.forms = forms;
    }

    CaseWriting of(Officer officer) {
        return new CaseWriting(all(), forms.mark(officer.id().value()));
    }

    List<Choice> all() {
        return programme.languages().stream()
                .map(language -> new Choice(
                        language.getLanguage(),
                        ULocale.forLocale(language).getDisplayName(ULocale.forLocale(Locale.ENGLISH))))
                .toList();
    }
}
