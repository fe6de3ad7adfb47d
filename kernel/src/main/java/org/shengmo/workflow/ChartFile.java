package org.shengmo.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Text;

/** What stands in a BPMN file, element by element with its place, before anything is judged. */
final class ChartFile {

    /** After so many faults the rest is not told. */
    private static final int MOST_FAULTS = 200;

    final List<Sequence> processes = new ArrayList<>();
    final Map<String, Element> nodes = new LinkedHashMap<>();
    final List<Element> flows = new ArrayList<>();
    final Map<String, String> laneOf = new HashMap<>();
    final List<Fault> faults = new ArrayList<>();

    /** A process that the file holds. */
    record Sequence(String id, String name, boolean executable, Place place) {}

    /** Where an element stands, from 1. */
    record Place(int line, int column) {}

    /** An element with what was read of it. */
    static final class Element {
        final String type;
        final String id;
        final String name;
        final Place place;
        final Map<String, String> attributes;
        final StringBuilder note = new StringBuilder();
        final StringBuilder condition = new StringBuilder();
        final List<String> owners = new ArrayList<>();
        boolean many;
        String cardinality = "";
        String completion = "";

        Element(String type, String id, String name, Place place, Map<String, String> attributes) {
            this.type = type;
            this.id = id;
            this.name = name;
            this.place = place;
            this.attributes = attributes;
        }
    }

    void fault(Element element, String key, Object... arguments) {
        fault(element.place, element.id, key, named(element.name.isEmpty() ? element.id : element.name, arguments));
    }

    void fault(Place place, String id, String key, Object... arguments) {
        if (faults.size() < MOST_FAULTS) {
            String where = place.line() + ":" + place.column() + (id.isEmpty() ? "" : " " + id);
            faults.add(new Fault(where, Text.of(key, arguments)));
        }
    }

    private static Object[] named(String name, Object[] arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }
}
