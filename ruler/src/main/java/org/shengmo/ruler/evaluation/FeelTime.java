package org.shengmo.ruler.evaluation;

import java.time.LocalTime;
import java.time.ZoneId;

/** A time of day; {@code zone} is null for a local one. */
public record FeelTime(LocalTime time, ZoneId zone) {}
