package broken.cycle.oak;

import broken.cycle.elm.Elm;

/** Breaks the modules: leans on what leans on it. */
public record Oak(Elm elm) {}
