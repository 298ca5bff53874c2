package nl.waarborg.evidence;

import java.util.ArrayList;
import java.util.List;

/** The tree of RFC 9162 §2.1 over numbered leaves: its root and its proofs at any size that it ever had. */
public final class MerkleTree {

    private final Subtrees subtrees;

    /** Where the hashes of complete subtrees come from. */
    @FunctionalInterface
    public interface Subtrees {

        /**
         * The root of the leaves from {@code index << height} to {@code (index + 1) << height}, exclusive.
         *
         * @param height 0 for a leaf
         */
        Hash root(int height, long index);
    }

    public MerkleTree(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** The root over the first leaves. */
    public Hash root(long size) {
        return size == 0 ? Hash.EMPTY : root(0, size);
    }

    /**
     * What leads from a leaf to the root, the nearest first (§2.1.3.1).
     *
     * @throws IllegalArgumentException if the leaf is not among the first {@code size}
     */
    public List<Hash> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("no leaf " + leaf + " among " + size);
        }
        var path = new ArrayList<Hash>();
        var from = 0L;
        var to = size;
        while (to - from > 1) {
            var middle = from + largestPowerBelow(to - from);
            if (leaf < middle) {
                path.add(root(middle, to));
                to = middle;
            } else {
                path.add(root(from, middle));
                from = middle;
            }
        }
        return List.copyOf(path.reversed());
    }

    /**
     * What shows that the first {@code earlier} leaves of the tree at {@code size} are the tree at {@code earlier} (§2.1.4.1).
     *
     * @throws IllegalArgumentException unless {@code 0 < earlier <= size}
     */
    public List<Hash> consistency(long earlier, long size) {
        if (earlier <= 0 || earlier > size) {
            throw new IllegalArgumentException("no tree of " + earlier + " before one of " + size);
        }
        var path = new ArrayList<Hash>();
        var from = 0L;
        var to = size;
        var whole = true; // whether the earlier tree is this subtree as far as it was walked
        while (earlier != to) {
            var middle = from + largestPowerBelow(to - from);
            if (earlier <= middle) {
                path.add(root(middle, to));
                to = middle;
            } else {
                path.add(root(from, middle));
                from = middle;
                whole = false;
            }
        }
        if (!whole) {
            path.add(root(from, to));
        }
        return List.copyOf(path.reversed());
    }

    private Hash root(long from, long to) {
        var size = to - from;
        if (Long.bitCount(size) == 1) {
            var height = Long.numberOfTrailingZeros(size);
            return subtrees.root(height, from >> height);
        }
        var middle = from + largestPowerBelow(size);
        return Hash.node(root(from, middle), root(middle, to));
    }

    /** The largest power of two below a size above 1. */
    private static long largestPowerBelow(long size) {
        return Long.highestOneBit(size - 1);
    }
}
