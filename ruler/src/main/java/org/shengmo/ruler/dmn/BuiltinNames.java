package org.shengmo.ruler.dmn;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of FEEL itself that hold blanks. */
final class BuiltinNames {
    private static final List<String> NAMES = List.of(
            "date and time",
            "years and months duration",
            "string length",
            "upper case",
            "lower case",
            "substring before",
            "substring after",
            "starts with",
            "ends with",
            "string join",
            "list contains",
            "list replace",
            "insert before",
            "index of",
            "distinct values",
            "round up",
            "round down",
            "round half up",
            "round half down",
            "day of year",
            "day of week",
            "month of year",
            "week of year",
            "get value",
            "get entries",
            "context put",
            "context merge",
            "met by",
            "overlaps before",
            "overlaps after",
            "finished by",
            "started by",
            "time offset",
            "start included",
            "end included");

    private BuiltinNames() {}

    static Set<String> with(Set<String> names) {
        Set<String> all = new HashSet<>(NAMES);
        names.stream().filter(BuiltinNames::needsKnowing).forEach(all::add);
        return all;
    }

    /** Only names that aren't one plain word have to be known to the parser. */
    private static boolean needsKnowing(String name) {
        return !name.codePoints().allMatch(each -> Character.isLetterOrDigit(each) || each == '_');
    }
}
