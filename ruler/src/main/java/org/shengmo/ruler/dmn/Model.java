package org.shengmo.ruler.dmn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.FeelType;

/** One DMN model with the models it imports. */
public record Model(
        String namespace,
        String name,
        List<InputData> inputs,
        List<Decision> decisions,
        List<Knowledge> knowledge,
        List<Service> services,
        Map<String, FeelType> types,
        Map<String, Model> imports,
        Set<String> names) {

    /** What decisions can require. */
    public sealed interface Element permits InputData, Decision, Knowledge, Service {
        String id();

        String name();
    }

    public record InputData(String id, String name, FeelType type) implements Element {}

    /** {@code logic} is null where the model has none; {@code requires} are the references to other elements. */
    public record Decision(String id, String name, FeelType type, List<String> requires, Expression logic)
            implements Element {}

    /** A business knowledge model. */
    public record Knowledge(String id, String name, FeelType type, List<String> requires, Expression.Function function)
            implements Element {}

    public record Service(
            String id,
            String name,
            FeelType type,
            List<String> outputDecisions,
            List<String> inputDecisions,
            List<String> inputData)
            implements Element {}

    /** All elements of this model. */
    public Stream<Element> elements() {
        return Stream.of(inputs, decisions, knowledge, services).flatMap(List::stream);
    }

    public Optional<Decision> decision(String decisionName) {
        return decisions.stream()
                .filter(each -> each.name().equals(decisionName))
                .findFirst();
    }

    public Optional<Service> service(String serviceName) {
        return services.stream().filter(each -> each.name().equals(serviceName)).findFirst();
    }

    /** The imported model of this namespace under its alias, or this model under the empty alias. */
    public Optional<Map.Entry<String, Model>> byNamespace(String wanted) {
        if (wanted.isEmpty() || wanted.equals(namespace)) {
            return Optional.of(Map.entry("", this));
        }
        return imports.entrySet().stream()
                .filter(each -> each.getValue().namespace().equals(wanted))
                .findFirst();
    }

    /** The type without names: defined types are replaced by what they stand for. */
    public FeelType resolve(FeelType type) {
        return new TypeResolver(this).resolve(type);
    }
}
