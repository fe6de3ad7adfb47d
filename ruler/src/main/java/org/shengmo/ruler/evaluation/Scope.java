package org.shengmo.ruler.evaluation;

import java.util.HashMap;
import java.util.Map;

/** Variables by name, inner scopes before outer ones. */
final class Scope {
    private final Scope outer;
    private final Map<String, Object> values;
    private final boolean lenient;

    private Scope(Scope outer, Map<String, Object> values, boolean lenient) {
        this.outer = outer;
        this.values = values;
        this.lenient = lenient;
    }

    static Scope of(Map<String, Object> values) {
        return new Scope(null, new HashMap<>(values), false);
    }

    Scope with(String name, Object value) {
        Map<String, Object> inner = new HashMap<>();
        inner.put(name, value);
        return new Scope(this, inner, false);
    }

    /** The scope of a list's element: what it lacks is null, since another element may have it. */
    Scope element(Map<String, Object> entries) {
        return new Scope(this, entries, true);
    }

    Scope inner(Map<String, Object> entries) {
        return new Scope(this, entries, false);
    }

    boolean knows(String name) {
        return values.containsKey(name) || (outer != null && outer.knows(name));
    }

    boolean isLenient() {
        return lenient || (outer != null && outer.isLenient());
    }

    Object get(String name) {
        return values.containsKey(name) || outer == null ? values.get(name) : outer.get(name);
    }
}
