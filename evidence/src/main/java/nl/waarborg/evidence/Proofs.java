package nl.waarborg.evidence;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Checks proofs with nothing but hashes (RFC 9162 §2.1.3.2 and §2.1.4.2). */
public final class Proofs {

    private Proofs() {}

    /** Whether the path leads from this leaf, at this place, to the root of the tree. */
    public static boolean includes(Hash leaf, long index, List<Hash> path, long size, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var place = index;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hash.node(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the later tree begins with the whole of the earlier one: nothing was changed, taken out or put in between. */
    public static boolean extend(long earlier, Hash earlierRoot, long size, Hash root, List<Hash> path) {
        if (earlier > size || earlier < 0) {
            return false;
        }
        if (earlier == size || earlier == 0) {
            return path.isEmpty() && (earlier == 0 ? earlierRoot.equals(Hash.EMPTY) : earlierRoot.equals(root));
        }
        var hashes = path.iterator();
        var start = Long.bitCount(earlier) == 1 ? Optional.of(earlierRoot) : next(hashes);
        if (start.isEmpty()) {
            return false;
        }
        var shift = Long.numberOfTrailingZeros(earlier);
        var place = (earlier - 1) >> shift;
        var last = (size - 1) >> shift;
        var before = start.get();
        var after = start.get();
        while (hashes.hasNext()) {
            var sibling = hashes.next();
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                before = Hash.node(sibling, before);
                after = Hash.node(sibling, after);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                after = Hash.node(after, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(earlierRoot) && after.equals(root);
    }

    private static Optional<Hash> next(Iterator<Hash> hashes) {
        return hashes.hasNext() ? Optional.of(hashes.next()) : Optional.empty();
    }
}
