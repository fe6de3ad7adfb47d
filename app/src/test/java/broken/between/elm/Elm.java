package broken.between.elm;

/** Breaks the ladder: an institution that uses another without an edge in the file. */
public record Elm(broken.between.oak.Oak oak) {}
