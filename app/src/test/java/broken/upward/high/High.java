package broken.upward.high;

/** A class of the higher rung. */
public record High(String name) {}
