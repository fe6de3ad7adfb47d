package broken.between.oak;

/** An institution. */
public record Oak(String name) {}
