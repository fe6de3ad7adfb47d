package broken.inside.elm.web;

/** Pages, nobody's business but elm's. */
public record ElmPages(String title) {}
