package broken.page.room.web;

/** Breaks the ladder: a page with the database in its hands. */
public record Page(org.springframework.jdbc.core.simple.JdbcClient database) {}
