package org.shengmo.ledger;

/** A log's signed statement of its size and root that has been checked: there is no other way to get one. */
public final class Checkpoint {

    private final TreeHead head;
    private final Note note;

    private Checkpoint(TreeHead head, Note note) {
        this.head = head;
        this.note = note;
    }

    /**
     * Reads and checks a checkpoint.
     *
     * @throws MalformedException where it isn't one
     * @throws UntrustedException where it is another log's, or not signed as {@code trust} asks
     */
    public static Checkpoint open(byte[] signedNote, Trust trust) {
        return open(Note.parse(signedNote), trust);
    }

    public static Checkpoint open(Note note, Trust trust) {
        trust.check(note);
        TreeHead head = TreeHead.parse(note.text());
        if (!head.origin().equals(trust.origin())) {
            throw new UntrustedException("the checkpoint is of the log " + Quoted.of(head.origin()) + ", not of "
                    + Quoted.of(trust.origin()));
        }
        return new Checkpoint(head, note);
    }

    public TreeHead head() {
        return head;
    }

    public String origin() {
        return head.origin();
    }

    public long size() {
        return head.size();
    }

    public Hash root() {
        return head.root();
    }

    /** The signed note it was read from, with all its signatures, known or not. */
    public Note note() {
        return note;
    }

    @Override
    public String toString() {
        return head.origin() + " of size " + head.size() + " with root " + head.root();
    }
}
