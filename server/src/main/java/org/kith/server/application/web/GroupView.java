package org.kith.server.application.web;

import java.util.ArrayList;
import java.util.List;
import org.kith.pack.question.Countries;
import org.kith.pack.question.Question;
import org.kith.pack.question.Value;
import org.kith.pack.text.Texts;
import org.kith.server.application.ListDrafting;
import org.kith.server.application.Said;

/// A list as its page shows it.
///
/// @param address of the list; one of it is behind a slash
/// @param add     what the link says that adds one
/// @param full    whether no more may be added
public record GroupView(String address, String add, boolean full, List<Item> items) {

    /// One of the list.
    ///
    /// @param said what was said of it, in one line
    public record Item(String id, String called, String said) {}

    static GroupView of(String page, Question group, Value.Group list, Countries countries, Texts texts) {
        var items = new ArrayList<Item>();
        for (var item : list.items()) {
            items.add(new Item(
                    item.id(), Said.called(group, items.size() + 1, texts), Said.of(group, item, countries, texts)));
        }
        return new GroupView(
                page + "/" + group.id(), texts.text(group.addKey()), ListDrafting.isFull(group, list), items);
    }
}
