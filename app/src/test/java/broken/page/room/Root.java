package broken.page.room;

/** Breaks the ladder: a root that knows its page. */
public record Root(broken.page.room.web.Page page) {}
