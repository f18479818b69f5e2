package org.kith.server.desk.web;

import java.util.List;

/// A person's ancestors as far as they named them, generation by generation, with the papers for each step.
///
/// @param own         papers of the person's own birth: the step to their parents
/// @param generations from the parents back, without a gap; one where nobody is named is empty
/// @param unlaid      papers of which nobody said yet whom they tell of
public record CaseTree(String person, List<Paper> own, List<Generation> generations, List<Paper> unlaid) {
    /// Those who are as many steps from the person.
    public record Generation(List<Ancestor> ancestors) {}

    /// One of them.
    ///
    /// @param relation as the person chose it
    /// @param said     what else they said of them; may be empty
    public record Ancestor(String relation, String said, List<Paper> papers) {}

    /// A paper for a step.
    ///
    /// @param address of its first page; empty where it lies in a relative's case
    public record Paper(String title, String address) {}
}
