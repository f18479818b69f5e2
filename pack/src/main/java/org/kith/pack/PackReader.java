package org.kith.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.kith.pack.eligibility.Eligibility;
import org.kith.pack.eligibility.EligibilityFile;
import org.kith.pack.eligibility.Ground;
import org.kith.pack.programme.Check;
import org.kith.pack.programme.ChecksFile;
import org.kith.pack.programme.CredentialFile;
import org.kith.pack.programme.Evidence;
import org.kith.pack.programme.EvidenceFile;
import org.kith.pack.programme.ProgrammeFile;
import org.kith.pack.programme.RolloutFile;
import org.kith.pack.programme.ServiceFile;
import org.kith.pack.programme.Wallets;
import org.kith.pack.programme.WalletsFile;
import org.kith.pack.question.Countries;
import org.kith.pack.question.QuestionFiles;
import org.kith.pack.question.Questions;
import org.kith.pack.question.SectionDraft;
import org.kith.pack.rule.RuleCompiler;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.PackFolder;
import org.kith.pack.source.Place;
import org.kith.pack.source.YamlFile;
import org.kith.pack.text.Language;
import org.kith.pack.text.MessageFiles;
import org.kith.pack.text.NeededTexts;
import org.kith.pack.visit.VisitKinds;
import org.kith.pack.visit.VisitsFile;

/// Puts a pack together from its files, in the order in which one leans on another.
final class PackReader {
    /// The two files that a pack may do without.
    private static final String VISITS = "visits.yaml";
    private static final String WALLETS = "wallets.yaml";

    private static final Set<String> FILES = Set.of(
            "programme.yaml", "eligibility.yaml", "evidence.yaml", "checks.yaml", "rollout.yaml", VISITS, WALLETS);
    private static final Set<String> FOLDERS = Set.of("questions", "credentials", "services", "messages");

    private final PackFolder folder;
    private final Faults faults;
    private final NeededTexts texts = new NeededTexts();
    /// Whether every part but the texts could be read.
    private boolean isWhole;

    private PackReader(PackFolder folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    static PackReading read(Path dir) {
        var faults = new Faults();
        var folder = PackFolder.read(dir, faults);
        return new PackReader(folder, faults).read();
    }

    static PackReading read(PackFolder folder) {
        return new PackReader(folder, new Faults()).read();
    }

    /// The texts that a language lacks, of a pack that may have other faults.
    static Missing missing(Path dir, String tag) {
        var faults = new Faults();
        var folder = PackFolder.read(dir, faults);
        var reader = new PackReader(folder, faults);
        var _ = reader.read();
        var texts = "messages/" + tag + ".yaml";
        var unreadable = List.of("programme.yaml", "messages/en.yaml", texts).stream()
                .anyMatch(file -> folder.files().containsKey(file) && !isYaml(folder, file));
        if (unreadable || !folder.files().containsKey("programme.yaml")) return new Missing.Unreadable(faults.sorted());
        var declared = new LinkedHashMap<>(Map.of(new Language(tag), new Place(texts, 1)));
        declared.putIfAbsent(Language.ENGLISH, new Place("messages/en.yaml", 1));
        return new Missing.Found(
                MessageFiles.read(folder, declared, new Faults()).missing(tag, reader.texts), !reader.isWhole);
    }

    private static boolean isYaml(PackFolder folder, String file) {
        var content = folder.files().get(file);
        return content != null && YamlFile.read(file, content, new Faults()).isPresent();
    }

    private PackReading read() {
        unknownFiles();
        var block = file("programme.yaml");
        if (block.isEmpty()) return new PackReading.Faulty(faults.sorted());

        var programmeFile = new ProgrammeFile(block.get(), texts);
        var programme = programmeFile.read();
        var countries = programmeFile.countries();
        var beforeQuestions = faults.mark();
        var questionFiles = new QuestionFiles(texts, RuleCompiler::isReserved, faults);
        var drafts = questionFiles.read(folder, programmeFile.sections());
        var rules = rules(drafts, questionFiles.unreadable(), countries);
        var questions = new Questions(new ShowIf(rules, faults).compile(drafts), countries);
        var questionsAreWhole = faults.cleanSince(beforeQuestions);
        var evidenceFile = file("evidence.yaml").map(each -> new EvidenceFile(each, texts));
        var evidence = evidenceFile.map(EvidenceFile::read).orElse(new Evidence(List.of()));
        evidenceFile.ifPresent(_ -> {
            programmeFile.check(evidence);
            papersOf(drafts, evidence);
        });
        var ids = new LinkedHashSet<>(questionFiles.unreadable());
        questions.all().forEach(question -> ids.add(question.id()));
        if (questionsAreWhole) evidenceFile.ifPresent(each -> each.checkProved(ids));
        var eligibilityFile =
                file("eligibility.yaml").map(each -> new EligibilityFile(each, rules, ids, evidence, texts));
        var grounds = eligibilityFile.map(EligibilityFile::read).orElse(List.<Ground>of());
        evidenceFile.ifPresent(each -> eligibilityFile.ifPresent(other -> each.check(other.ids())));
        var checks = file("checks.yaml")
                .map(each -> new ChecksFile(each, ids, texts).read())
                .orElse(List.<Check>of());
        var credentials = each("credentials", (id, found) -> new CredentialFile(id, found, rules, texts).read());
        var credentialIds = ids("credentials");
        var forms = new ArrayList<SectionDraft>();
        var services = each("services", (id, found) -> {
            var form = new SectionDraft(id, questionFiles.pagesOf(found));
            forms.add(form);
            var questionsOfForm = form(form, questionFiles.unreadable(), countries);
            return Optional.of(new ServiceFile(id, found, texts).read(questionsOfForm, credentialIds));
        });
        evidenceFile.ifPresent(_ -> papersOf(forms, evidence));
        var visits = eligibilityFile.map(each -> visits(each.ids(), evidence)).orElse(VisitKinds.USUAL);
        var rollout = file("rollout.yaml").flatMap(each -> new RolloutFile(each, countries, texts).read());
        var wallets = wallets();
        isWhole = faults.none();
        var messages = MessageFiles.read(folder, programmeFile.languages(), faults);
        messages.check(texts, faults);
        forms.addAll(drafts);
        new NeverAsked(messages, faults).check(forms, evidence, checks, new Place("evidence.yaml", 1));

        new Purposes(messages, faults).check(forms, evidence, checks);
        var essentials = new Essentials(questions, faults);
        credentials.forEach(each -> essentials.ofState(each, block.get(), countries));
        if (folder.files().get("credentials/card.yaml") == null) essentials.noCard();
        programme.ifPresent(read -> essentials.validity(credentials, read.card(), block.get()));
        // What could not be read may be the very thing that is missed, or that says a text.
        if (questionsAreWhole) essentials.check(credentials, block.get());
        if (isWhole) messages.checkForLeftovers(texts, faults);
        if (!faults.none() || programme.isEmpty() || rollout.isEmpty()) return new PackReading.Faulty(faults.sorted());
        return new PackReading.Loaded(new Pack(
                folder,
                folder.digest(),
                programme.get(),
                questions,
                new Eligibility(grounds, questions),
                evidence,
                checks,
                credentials,
                services,
                rollout.get(),
                visits,
                wallets,
                messages.messages()));
    }

    /// A question may ask for papers of the catalogue only.
    private void papersOf(List<SectionDraft> drafts, Evidence evidence) {
        drafts.stream()
                .flatMap(section -> section.pages().stream())
                .flatMap(page -> page.questions().stream())
                .flatMap(draft -> draft.papers().stream())
                .filter(paper -> evidence.find(paper.text()).isEmpty())
                .forEach(paper -> faults.add(
                        paper.place(), "`" + paper.text() + "` is not in the catalogue", "add it to evidence.yaml"));
    }

    private void unknownFiles() {
        for (var name : folder.files().keySet()) {
            var slash = name.indexOf('/');
            var known = slash < 0 ? FILES.contains(name) : FOLDERS.contains(name.substring(0, slash));
            if (name.endsWith(".yml")) {
                faults.add(new Place(name, 1), "only files ending in .yaml are read", "rename it");
            } else if (!known) faults.add(new Place(name, 1), "no part of a pack", "remove it, or mend its name");
        }
    }

    private RuleCompiler rules(List<SectionDraft> drafts, Set<String> unreadable, Countries countries) {
        var questions = drafts.stream()
                .flatMap(section -> section.pages().stream())
                .flatMap(page -> page.questions().stream())
                .map(draft -> draft.question())
                .toList();
        return new RuleCompiler(questions, unreadable, countries, faults);
    }

    /// The form of a service: its rules see its own answers only.
    private Questions form(SectionDraft draft, Set<String> unreadable, Countries countries) {
        var drafts = List.of(draft);
        return new Questions(new ShowIf(rules(drafts, unreadable, countries), faults).compile(drafts), countries);
    }

    private Set<String> ids(String subfolder) {
        var ids = new LinkedHashSet<String>();
        for (var name : folder.in(subfolder)) ids.add(id(subfolder, name));
        return ids;
    }

    private static String id(String subfolder, String name) {
        return name.substring(subfolder.length() + 1, name.length() - ".yaml".length());
    }

    private VisitKinds visits(Set<String> grounds, Evidence evidence) {
        if (!folder.files().containsKey(VISITS)) {
            var usual = VisitKinds.USUAL.identity();
            var place = new Place(VISITS, 1);
            texts.need(usual.titleKey(), place);
            usual.checks().forEach(each -> texts.need(usual.checkKey(each), place));
            return VisitKinds.USUAL;
        }
        return file(VISITS)
                .map(each -> new VisitsFile(each, grounds, evidence, texts).read())
                .orElse(VisitKinds.USUAL);
    }

    private Wallets wallets() {
        if (!folder.files().containsKey(WALLETS)) return Wallets.usual();
        return file(WALLETS).flatMap(each -> new WalletsFile(each).read()).orElse(Wallets.usual());
    }

    private Optional<Block> file(String name) {
        var content = folder.files().get(name);
        if (content != null) return YamlFile.read(name, content, faults);
        faults.add(new Place(name, 1), "the file is missing", "write it; programmes/utopia shows how");
        return Optional.empty();
    }

    private <T> List<T> each(String subfolder, BiFunction<String, Block, Optional<T>> reader) {
        var read = new ArrayList<T>();
        for (var name : folder.in(subfolder)) {
            var id = id(subfolder, name);
            if (!id.matches("[a-z][a-z0-9-]*")) {
                faults.add(new Place(name, 1), "`" + id + "` cannot be an id", "rename the file: a to z and hyphens");
            }
            var content = folder.files().get(name);
            if (content != null) {
                YamlFile.read(name, content, faults)
                        .flatMap(block -> reader.apply(id, block))
                        .ifPresent(read::add);
            }
        }
        return read;
    }
}
