package org.shengmo.ledger;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1 word by word, on the whole list at once: slow, and plain enough to believe. */
final class NaiveTree {

    private NaiveTree() {}

    static Hash root(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return TreeHasher.emptyRoot();
        }
        if (entries.size() == 1) {
            return TreeHasher.leafOf(entries.get(0));
        }
        int k = split(entries.size());
        return TreeHasher.nodeOf(root(entries.subList(0, k)), root(entries.subList(k, entries.size())));
    }

    static List<Hash> path(int m, List<byte[]> entries) {
        if (entries.size() == 1) {
            return new ArrayList<>();
        }
        int k = split(entries.size());
        List<byte[]> left = entries.subList(0, k);
        List<byte[]> right = entries.subList(k, entries.size());
        List<Hash> path = m < k ? path(m, left) : path(m - k, right);
        path.add(m < k ? root(right) : root(left));
        return path;
    }

    static List<Hash> proof(int m, List<byte[]> entries) {
        return subproof(m, entries, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> entries, boolean whole) {
        if (m == entries.size()) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(root(entries)));
        }
        int k = split(entries.size());
        List<byte[]> left = entries.subList(0, k);
        List<byte[]> right = entries.subList(k, entries.size());
        List<Hash> proof = m <= k ? subproof(m, left, whole) : subproof(m - k, right, false);
        proof.add(m <= k ? root(right) : root(left));
        return proof;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
