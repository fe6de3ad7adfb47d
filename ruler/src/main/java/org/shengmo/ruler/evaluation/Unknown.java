package org.shengmo.ruler.evaluation;

import org.shengmo.ruler.feel.FeelType;

/** A value that is known only when a row is read; its type is known before. */
public interface Unknown {
    /** The type, without names and restrictions. */
    FeelType type();
}
