package broken.inside.elm;

/** What others may call. */
public record Elm(String name) {}
