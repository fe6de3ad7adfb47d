package broken.upward.low;

/** Breaks the ladder: names a class of a higher rung. */
public record Low(broken.upward.high.High high) {}
