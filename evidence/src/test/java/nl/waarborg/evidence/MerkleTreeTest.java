package nl.waarborg.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** Leaves and roots that the implementations of certificate transparency check themselves with. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void roots_are_those_of_the_known_tree() {
        var leaves =
                LEAVES.stream().map(HexFormat.of()::parseHex).map(Hash::leaf).toList();

        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Hash.EMPTY.hex());
        assertEquals(
                ROOTS,
                IntStream.rangeClosed(1, 8)
                        .mapToObj(size -> tree(leaves).root(size).hex())
                        .toList());
    }

    @Property(tries = 300)
    void every_leaf_is_proved_and_nothing_else(@ForAll @IntRange(min = 1, max = 700) int size, @ForAll int place) {
        var leaves = leaves(size);
        var tree = tree(leaves);
        var index = Math.floorMod(place, size);
        var path = tree.inclusion(index, size);
        var root = tree.root(size);

        assertTrue(Proofs.includes(leaves.get(index), index, path, size, root));
        assertFalse(Proofs.includes(Hash.leaf(new byte[] {1}), index, path, size, root), "another leaf");
        assertFalse(Proofs.includes(leaves.get(index), index, path, size, Hash.EMPTY), "another root");
        assertFalse(Proofs.includes(leaves.get(index), size, path, size, root), "a place beyond the tree");
        assertFalse(Proofs.includes(leaves.get(index), -1, path, size, root), "no place");
        if (size > 1) {
            var other = index == 0 ? 1 : index - 1;
            assertFalse(Proofs.includes(leaves.get(index), other, path, size, root), "another place");
            assertFalse(Proofs.includes(leaves.get(index), index, path.subList(1, path.size()), size, root), "cut");
        }
        assertFalse(Proofs.includes(leaves.get(index), index, longer(path), size, root), "a path that goes on");
    }

    @Property(tries = 300)
    void a_tree_that_grew_is_proved_and_one_that_changed_is_not(
            @ForAll @IntRange(min = 1, max = 700) int size, @ForAll @IntRange(min = 1, max = 700) int before) {
        var earlier = Math.min(size, before);
        var leaves = leaves(size);
        var tree = tree(leaves);
        var path = tree.consistency(earlier, size);

        assertTrue(Proofs.extend(earlier, tree.root(earlier), size, tree.root(size), path));
        assertFalse(Proofs.extend(earlier, Hash.leaf(new byte[0]), size, tree.root(size), path), "another past");
        assertFalse(Proofs.extend(earlier, tree.root(earlier), size, tree.root(size), longer(path)), "a longer path");

        var changed = new ArrayList<>(leaves);
        changed.set(earlier - 1, Hash.leaf("changed".getBytes(StandardCharsets.UTF_8)));
        var rewritten = tree(changed);
        assertFalse(Proofs.extend(
                earlier, tree.root(earlier), size, rewritten.root(size), rewritten.consistency(earlier, size)));
    }

    @Test
    void an_empty_tree_grows_into_any_and_no_tree_shrinks() {
        var tree = tree(leaves(3));

        assertTrue(Proofs.extend(0, Hash.EMPTY, 3, tree.root(3), List.of()));
        assertFalse(Proofs.extend(3, tree.root(3), 2, tree.root(2), List.of()));
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(3, 3));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(4, 3));
    }

    private static List<Hash> longer(List<Hash> path) {
        var longer = new ArrayList<>(path);
        longer.add(Hash.EMPTY);
        return longer;
    }

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Hash.leaf(Integer.toString(i).getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    private static MerkleTree tree(List<Hash> leaves) {
        return new MerkleTree((height, index) -> fold(leaves, height, (int) index));
    }

    private static Hash fold(List<Hash> leaves, int height, int index) {
        return height == 0
                ? leaves.get(index)
                : Hash.node(fold(leaves, height - 1, 2 * index), fold(leaves, height - 1, 2 * index + 1));
    }
}
