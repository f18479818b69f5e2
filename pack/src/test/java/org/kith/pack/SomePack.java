package org.kith.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.pack.source.Fault;
import org.kith.pack.source.Faults;
import org.kith.pack.source.PackFolder;

/// A pack that comes with the software, mostly Utopia's, to be changed in one place and read.
public final class SomePack {
    public static final Path PROGRAMMES = Path.of("..", "programmes");
    public static final Path UTOPIA = PROGRAMMES.resolve("utopia");

    /// The names of the packs that come with the software.
    public static final List<String> ALL = List.of("utopia", "arcadia", "ruritania");

    private final Map<String, byte[]> files;

    private SomePack(Map<String, byte[]> files) {
        this.files = files;
    }

    public static SomePack utopia() {
        return of("utopia");
    }

    public static SomePack of(String name) {
        return new SomePack(new TreeMap<>(
                PackFolder.read(PROGRAMMES.resolve(name), new Faults()).files()));
    }

    public Set<String> files() {
        return files.keySet();
    }

    public SomePack with(String file, String text) {
        return with(file, text.getBytes(UTF_8));
    }

    public SomePack with(String file, byte[] content) {
        var changed = new TreeMap<>(files);
        changed.put(file, content);
        return new SomePack(changed);
    }

    public SomePack without(String file) {
        var changed = new TreeMap<>(files);
        changed.remove(file);
        return new SomePack(changed);
    }

    public SomePack replacing(String file, String old, String by) {
        var text = text(file);
        if (!text.contains(old)) throw new IllegalArgumentException(file + " does not hold " + old);
        return with(file, text.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(by)));
    }

    public SomePack adding(String file, String line) {
        return with(file, text(file) + line + "\n");
    }

    public String text(String file) {
        return new String(files.getOrDefault(file, new byte[0]), UTF_8);
    }

    /// The line on which a text begins, counted from 1.
    public int line(String file, String text) {
        var before = text(file).substring(0, text(file).indexOf(text));
        return 1 + (int) before.chars().filter(c -> c == '\n').count();
    }

    /// The file and line on which a text of Utopia's pack begins, as a fault names them.
    public static String at(String file, String text) {
        return file + ":" + utopia().line(file, text);
    }

    public PackReading read() {
        return Pack.read(PackFolder.of(files));
    }

    public Pack loaded() {
        return switch (read()) {
            case PackReading.Loaded(var pack) -> pack;
            case PackReading.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    public List<String> faults() {
        return switch (read()) {
            case PackReading.Loaded _ -> List.of();
            case PackReading.Faulty(var faults) ->
                faults.stream().map(Fault::toString).toList();
        };
    }
}
