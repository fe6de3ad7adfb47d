package org.shengmo.ruler.dmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.ruler.feel.FeelType;
import org.w3c.dom.Element;

/** Item definitions and type references. */
final class TypeReader {
    private TypeReader() {}

    static FeelType definition(Element element) {
        FeelType type = base(element);
        Element allowed = Xml.child(element, "allowedValues");
        boolean collection = "true".equals(element.getAttribute("isCollection"));
        if (allowed != null) {
            type = new FeelType.Restricted(type, Xml.text(allowed, "text"));
        }
        if (collection) {
            type = new FeelType.ListOf(type);
        }
        Element constraint = Xml.child(element, "typeConstraint");
        return constraint == null ? type : new FeelType.Restricted(type, Xml.text(constraint, "text"));
    }

    private static FeelType base(Element element) {
        List<Element> components = Xml.children(element, "itemComponent");
        if (!components.isEmpty()) {
            Map<String, FeelType> entries = new LinkedHashMap<>();
            components.forEach(component -> entries.put(component.getAttribute("name"), definition(component)));
            return new FeelType.ContextOf(entries);
        }
        Element function = Xml.child(element, "functionItem");
        if (function != null) {
            List<FeelType> parameters = new ArrayList<>();
            Xml.children(function, "parameters")
                    .forEach(each -> parameters.add(reference(each.getAttribute("typeRef"))));
            return new FeelType.FunctionOf(parameters, orAny(reference(function.getAttribute("outputTypeRef"))));
        }
        return orAny(reference(Xml.text(element, "typeRef")));
    }

    private static FeelType orAny(FeelType type) {
        return type == null ? FeelType.Simple.ANY : type;
    }

    /** The type that a reference names, or null for none. */
    static FeelType reference(String text) {
        if (text.isBlank()) {
            return null;
        }
        String name = text.strip();
        if (name.startsWith("{")) {
            name = name.substring(name.indexOf('}') + 1);
        }
        if (name.startsWith("feel:") || name.startsWith("feel.")) {
            name = name.substring(5);
        }
        return FeelType.named(name);
    }

    static FeelType variable(Element element) {
        Element variable = Xml.child(element, "variable");
        return variable == null ? null : reference(variable.getAttribute("typeRef"));
    }
}
