package org.shengmo.ruler.evaluation;

import java.time.LocalDateTime;
import java.time.ZoneId;

/** A date and time; {@code zone} is null for a local one. */
public record FeelDateTime(LocalDateTime dateTime, ZoneId zone) {}
