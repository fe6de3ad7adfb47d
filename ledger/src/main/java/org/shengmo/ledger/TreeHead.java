package org.shengmo.ledger;

import java.util.List;

/**
 * The text of a checkpoint, C2SP tlog-checkpoint.
 *
 * @param origin names the log
 * @param size number of entries
 * @param root hash of the tree of that size
 * @param extensions further lines, opaque
 */
public record TreeHead(String origin, long size, Hash root, List<String> extensions) {

    public TreeHead {
        extensions = List.copyOf(extensions);
        boolean whole = !origin.isEmpty() && extensions.stream().noneMatch(String::isEmpty);
        if (!whole || origin.indexOf('\n') >= 0 || extensions.stream().anyMatch(line -> line.indexOf('\n') >= 0)) {
            throw new MalformedException("a checkpoint's origin and extensions are lines that aren't empty");
        }
        if (size < 0 || (size == 0 && !root.equals(TreeHasher.emptyRoot()))) {
            throw new MalformedException("a checkpoint of size " + size + " can't have root " + root);
        }
    }

    public TreeHead(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    public static TreeHead parse(String text) {
        if (!text.endsWith("\n")) {
            throw new MalformedException("a checkpoint ends in a newline");
        }
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        if (lines.length < 3) {
            throw new MalformedException("a checkpoint has at least three lines, not " + lines.length);
        }
        return new TreeHead(
                lines[0],
                Decimal.parse(lines[1]),
                Hash.parse(lines[2]),
                List.of(lines).subList(3, lines.length));
    }

    /** The lines, each ending in a newline. */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root)
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
