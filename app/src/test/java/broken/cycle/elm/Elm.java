package broken.cycle.elm;

import broken.cycle.oak.Oak;

/** Leans on the other. */
public interface Elm {

    Oak oak();
}
