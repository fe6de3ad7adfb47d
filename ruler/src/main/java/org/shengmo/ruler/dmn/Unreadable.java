package org.shengmo.ruler.dmn;

import org.shengmo.ruler.feel.Expression;

/** Text that couldn't be read as FEEL, kept so that only decisions that need it are refused. */
public record Unreadable(String place, String reason) implements Expression {}
