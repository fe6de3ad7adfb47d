package org.shengmo.ruler.dmn;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.feel.FeelType.Simple;

/** Replaces the names of defined types by their definitions; a type inside itself becomes Any. */
final class TypeResolver {
    private final Model model;
    private final Set<String> open = new HashSet<>();

    TypeResolver(Model model) {
        this.model = model;
    }

    FeelType resolve(FeelType type) {
        return switch (type) {
            case null -> Simple.ANY;
            case Simple simple -> simple;
            case FeelType.ListOf list -> new FeelType.ListOf(resolve(list.element()));
            case FeelType.RangeOf range -> new FeelType.RangeOf(resolve(range.bound()));
            case FeelType.Restricted restricted ->
                new FeelType.Restricted(resolve(restricted.base()), restricted.allowed());
            case FeelType.FunctionOf function ->
                new FeelType.FunctionOf(
                        function.parameters().stream().map(this::resolve).toList(), resolve(function.result()));
            case FeelType.ContextOf context -> {
                Map<String, FeelType> entries = new LinkedHashMap<>();
                context.entries().forEach((name, entry) -> entries.put(name, resolve(entry)));
                yield new FeelType.ContextOf(entries);
            }
            case FeelType.Named named -> named(named.name());
        };
    }

    private FeelType named(String name) {
        String local = name.contains(":") ? name.substring(name.indexOf(':') + 1) : name;
        FeelType defined = model.types().get(local);
        if (defined == null) {
            return imported(local);
        }
        if (!open.add(local)) {
            return Simple.ANY;
        }
        FeelType resolved = resolve(defined);
        open.remove(local);
        return resolved;
    }

    private FeelType imported(String name) {
        for (Map.Entry<String, Model> imported : model.imports().entrySet()) {
            String prefix = imported.getKey() + ".";
            if (name.startsWith(prefix)) {
                return imported.getValue().resolve(new FeelType.Named(name.substring(prefix.length())));
            }
        }
        return Simple.ANY;
    }
}
