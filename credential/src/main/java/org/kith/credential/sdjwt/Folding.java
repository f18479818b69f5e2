package org.kith.credential.sdjwt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.PlainJson;

/// Takes claims out into disclosures and leaves digests in their places (RFC 9901 §4.2).
final class Folding {
    /// 128 bits (§9.3).
    private static final int SALT = 16;

    private static final int DIGEST = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random;
    private final int decoys;
    private final Sha256 sha256 = new Sha256();
    private final StringBuilder disclosures = new StringBuilder();
    /// Salts are drawn in one go: each draw costs more than the digest it is for.
    private final byte[] salts;

    private int salted;

    private Folding(SecureRandom random, int decoys, int expected) {
        this.random = random;
        this.decoys = decoys;
        this.salts = new byte[SALT * expected];
        random.nextBytes(salts);
    }

    /// @param payload with digests in it, `_sd_alg` among its members
    /// @param disclosures each with a `~` behind it
    record Folded(Map<String, @Nullable Object> payload, String disclosures) {}

    /// @throws IllegalArgumentException if a path leads nowhere, or a claim bears a reserved name
    static Folded fold(
            Map<String, @Nullable Object> payload, Collection<ClaimPath> disclosable, int decoys, SecureRandom random) {
        var folding = new Folding(random, decoys, disclosable.size());
        var folded = folding.object(payload, FoldTree.of(disclosable));
        folded.put(Unfolding.HASH_ALGORITHM, Sha256.NAME);
        return new Folded(folded, folding.disclosures.toString());
    }

    private @Nullable Object value(@Nullable Object value, @Nullable FoldTree tree) {
        if (value instanceof Map<?, ?> object) return object(PlainJson.cast(object), tree);
        if (tree == null || tree.isLeaf()) return value;
        if (value instanceof List<?> array) return array(array, tree);
        throw new IllegalArgumentException("a path leads into a claim that has no parts");
    }

    private Map<String, @Nullable Object> object(Map<String, @Nullable Object> object, @Nullable FoldTree tree) {
        if (tree != null && !object.keySet().containsAll(tree.below().keySet()))
            throw new IllegalArgumentException("a path leads to a claim that is not there");
        var folded = new LinkedHashMap<String, @Nullable Object>();
        var digests = new ArrayList<String>();
        for (var member : object.entrySet()) {
            var name = member.getKey();
            if (name.equals(Unfolding.DIGESTS) || name.equals(Unfolding.ELEMENT))
                throw new IllegalArgumentException("claims cannot be named _sd or ...");
            var below = tree == null ? null : tree.below().get(name);
            var value = value(member.getValue(), below);
            if (below != null && below.disclosable()) digests.add(digest(Arrays.asList(salt(), name, value)));
            else folded.put(name, value);
        }
        if (!digests.isEmpty()) folded.put(Unfolding.DIGESTS, mixed(digests));
        return folded;
    }

    private List<@Nullable Object> array(List<?> array, FoldTree tree) {
        if (tree.reaches() > array.size()) throw new IllegalArgumentException("a path leads beyond an array");
        var folded = new ArrayList<@Nullable Object>();
        for (var i = 0; i < array.size(); i++) {
            var below = tree.element(i);
            var value = value(array.get(i), below);
            folded.add(
                    below != null && below.disclosable()
                            ? Map.of(Unfolding.ELEMENT, digest(Arrays.asList(salt(), value)))
                            : value);
        }
        return folded;
    }

    /// Sorted, so that neither their order nor the decoys tell anything (§4.2.4.1, §4.2.5).
    private List<String> mixed(List<String> digests) {
        for (var i = 0; i < decoys; i++) {
            var decoy = new byte[DIGEST];
            random.nextBytes(decoy);
            digests.add(ENCODER.encodeToString(decoy));
        }
        digests.sort(null);
        return digests;
    }

    private String digest(List<@Nullable Object> disclosure) {
        var text = ENCODER.encode(PlainJson.write(disclosure));
        disclosures.append(new String(text, US_ASCII)).append('~');
        return sha256.of(text, 0, text.length);
    }

    private String salt() {
        var from = SALT * salted++;
        // A path with EACH makes more disclosures than there are paths.
        if (from + SALT > salts.length) {
            var more = new byte[SALT];
            random.nextBytes(more);
            return ENCODER.encodeToString(more);
        }
        return ENCODER.encodeToString(Arrays.copyOfRange(salts, from, from + SALT));
    }
}
