package org.kith.pack.programme;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The closed catalogue of what may ever be asked for.
public record Evidence(List<Paper> papers) {
    public Evidence {
        papers = List.copyOf(papers);
    }

    public Optional<Paper> find(String id) {
        return papers.stream().filter(paper -> paper.id().equals(id)).findFirst();
    }

    public List<Paper> on(String ground) {
        return papers.stream().filter(paper -> paper.grounds().contains(ground)).toList();
    }

    /// What may show that an answer is so, in the catalogue's order.
    public List<Paper> proving(String question) {
        return papers.stream()
                .filter(paper -> paper.proves().contains(question))
                .toList();
    }

    /// A kind of evidence. Its texts are `evidence.<id>.title` and, if there is more to say, `evidence.<id>.hint`.
    ///
    /// @param grounds on which it may be asked for
    /// @param guardianship whether guardians may be asked for it
    /// @param atCentre whether it is shown or done at a centre instead of uploaded
    /// @param original whether the original is looked at, at a centre, besides the file
    /// @param shared whether one copy serves all of a family: it tells of a forebear, not of the one who applies
    /// @param mostFiles how many files it may have
    /// @param proves questions whose answers it shows; officers see it beside them
    public record Paper(
            String id,
            Set<String> grounds,
            boolean guardianship,
            boolean atCentre,
            boolean original,
            boolean shared,
            int mostFiles,
            Set<String> proves,
            String purposeKey) {
        public Paper {
            grounds = Set.copyOf(grounds);
            proves = Set.copyOf(proves);
        }

        public String titleKey() {
            return "evidence." + id + ".title";
        }

        public String hintKey() {
            return "evidence." + id + ".hint";
        }
    }
}
