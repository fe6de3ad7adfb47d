package org.shengmo.ruler.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions on contexts (DMN 1.5, table 81). */
final class ContextFunctions {
    private ContextFunctions() {}

    static void define(Builtins builtins) {
        builtins.define(
                "get value",
                "m, key | context, key",
                arguments -> arguments.context(0).get(arguments.string(1)));
        builtins.define("get entries", "m | context", ContextFunctions::entries);
        builtins.define("context", "entries", ContextFunctions::context);
        builtins.define("context put", "context, key, value | context, keys, value", ContextFunctions::put);
        builtins.define("context merge", "contexts", ContextFunctions::merge);
    }

    private static List<Object> entries(Arguments arguments) {
        List<Object> entries = new ArrayList<>();
        arguments.context(0).forEach((key, value) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("key", key);
            entry.put("value", value);
            entries.add(entry);
        });
        return entries;
    }

    private static Object context(Arguments arguments) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (Object item : arguments.list(0)) {
            if (!(item instanceof Map<?, ?> entry)
                    || !(entry.get("key") instanceof String key)
                    || !entry.containsKey("value")
                    || result.containsKey(key)) {
                return null;
            }
            result.put(key, entry.get("value"));
        }
        return result;
    }

    private static Object put(Arguments arguments) {
        if (!(arguments.any(0) instanceof Map<?, ?>)) {
            return null;
        }
        return arguments.any(1) instanceof List<?> keys
                ? put(arguments.any(0), keys, arguments.any(2))
                : put(arguments.any(0), List.of(arguments.string(1)), arguments.any(2));
    }

    private static Object put(Object context, List<?> keys, Object value) {
        if (keys.isEmpty()
                || !(keys.get(0) instanceof String key)
                || (context != null && !(context instanceof Map<?, ?>))) {
            throw new Fault("key expected");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        if (context instanceof Map<?, ?> entries) {
            entries.forEach((name, entry) -> result.put((String) name, entry));
        }
        if (keys.size() > 1 && !(result.get(key) instanceof Map<?, ?>)) {
            throw new Fault("context expected");
        }
        result.put(key, keys.size() == 1 ? value : put(result.get(key), keys.subList(1, keys.size()), value));
        return result;
    }

    private static Object merge(Arguments arguments) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (Object item : arguments.list(0)) {
            if (!(item instanceof Map<?, ?> context)) {
                return null;
            }
            context.forEach((name, value) -> result.put((String) name, value));
        }
        return result;
    }
}
