package broken.inside.oak;

import broken.inside.elm.web.ElmPages;

/** Breaks the modules: reaches into the pages of another. */
public record Oak(ElmPages pages) {}
