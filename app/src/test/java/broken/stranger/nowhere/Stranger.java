package broken.stranger.nowhere;

/** Breaks the ladder: stands on no rung. */
public record Stranger(String name) {}
