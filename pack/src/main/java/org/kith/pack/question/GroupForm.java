package org.kith.pack.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.kith.pack.question.CheckedAnswer.Accepted;
import org.kith.pack.question.CheckedAnswer.Refused;

/// Checks a group or a set of files once the person says that it is all.
final class GroupForm {
    private GroupForm() {}

    static CheckedAnswer complete(Question question, Value.Group said) {
        var group = question.group().orElseThrow();
        var faults = new ArrayList<FieldFault>();
        var count = said.items().size();
        if (count < group.least()) {
            faults.add(new FieldFault(question.id(), "refused.group.least", Map.of("least", group.least())));
        }
        if (count > group.most()) {
            faults.add(new FieldFault(question.id(), "refused.group.most", Map.of("most", group.most())));
        }
        for (var i = 0; i < count; i++) {
            var item = said.items().get(i);
            if (!open(group, item).isEmpty()) {
                faults.add(
                        new FieldFault(question.id() + "." + item.id(), "refused.group.open", Map.of("number", i + 1)));
            }
        }
        return faults.isEmpty() ? new Accepted(new Value.Group(said.items(), true)) : new Refused(faults);
    }

    /// The required questions that one of the group has not answered yet.
    static List<Question> open(Detail.Group group, Value.Item item) {
        return group.members().stream()
                .filter(Question::required)
                .filter(member -> item.to(member.name()).isEmpty())
                .toList();
    }

    static CheckedAnswer files(Question question, List<Value.Given> given) {
        var files = question.files().orElseThrow();
        var papers = new LinkedHashSet<String>();
        given.forEach(each -> papers.add(each.paper()));
        if (!files.papers().containsAll(papers)) {
            return new Refused(List.of(new FieldFault(question.id(), "refused.documents.paper")));
        }
        if (given.size() > files.most()) {
            return new Refused(
                    List.of(new FieldFault(question.id(), "refused.documents.most", Map.of("most", files.most()))));
        }
        if (!given.isEmpty()) return new Accepted(new Value.Documents(given));
        return question.required()
                ? new Refused(List.of(new FieldFault(question.id(), "refused.empty.documents")))
                : new CheckedAnswer.LeftEmpty();
    }
}
