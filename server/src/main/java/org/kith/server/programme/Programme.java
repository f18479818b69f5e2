package org.kith.server.programme;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.pack.Pack;
import org.kith.pack.PackReading;
import org.kith.pack.text.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The state's programme: the pack this server runs, and every earlier version that an application was filed under.
@Component
public class Programme {
    private final ProgrammeVersions versions;
    private final Pack current;
    private final Map<String, Pack> loaded = new ConcurrentHashMap<>();

    Programme(@Value("${kith.programme}") String folder, ProgrammeVersions versions) {
        this.versions = versions;
        this.current = usable(Pack.read(Path.of(folder)), folder);
        versions.keep(current);
        loaded.put(current.digest(), current);
    }

    public Pack current() {
        return current;
    }

    /// The pack with that digest, as it was when an application was filed under it.
    public Pack version(String digest) {
        return loaded.computeIfAbsent(digest, this::kept);
    }

    /// The current pack's texts.
    public Texts texts(Locale language) {
        return current.messages().in(language.toLanguageTag());
    }

    /// The languages its pages are written in, the first being its own first choice.
    public List<Locale> languages() {
        return current.messages().languages().stream()
                .map(language -> Locale.forLanguageTag(language.tag()))
                .toList();
    }

    private Pack kept(String digest) {
        var pack = usable(Pack.read(versions.files(digest)), "version " + digest);
        if (!pack.digest().equals(digest)) throw new IllegalStateException("kept pack " + digest + " was altered");
        return pack;
    }

    private static Pack usable(PackReading reading, String where) {
        return switch (reading) {
            case PackReading.Loaded(var pack) -> pack;
            case PackReading.Faulty(var faults) -> throw new PackNotUsable(where, faults);
        };
    }
}
