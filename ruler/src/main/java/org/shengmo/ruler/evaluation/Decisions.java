package org.shengmo.ruler.evaluation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shengmo.ruler.dmn.Model;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.FeelType;

/** Evaluates the decisions of a model in the order of their requirements, each once. */
public final class Decisions {
    private static final String NO_LOGIC = "no decision logic";

    private final Model model;
    private final Map<String, Object> inputs;
    private final Builtins builtins;
    private final Residual residual;
    private final Evaluator evaluator;
    private final Map<String, Object> known = new HashMap<>();
    private final Map<String, Object> given;

    /** For inputs by name, which may be unknown values; missing ones are null. */
    public Decisions(Model model, Map<String, Object> inputs, Clock clock, Residual residual) {
        this(model, inputs, new Builtins(clock), residual, Map.of());
    }

    private Decisions(
            Model model, Map<String, Object> inputs, Builtins builtins, Residual residual, Map<String, Object> given) {
        this.model = model;
        this.inputs = inputs;
        this.builtins = builtins;
        this.residual = residual;
        this.given = given;
        this.evaluator = new Evaluator(builtins, residual, type -> type == null ? null : model.resolve(type));
    }

    /**
     * The value of a decision, a decision service or a business knowledge model by name, the latter two called with the inputs named as
     * their parameters; a {@link Refusal} says what can't be evaluated.
     */
    public Object value(String name) {
        Optional<Model.Decision> decision = model.decision(name);
        if (decision.isPresent()) {
            return decision(decision.get());
        }
        Optional<Model.Knowledge> knowledge = model.knowledge().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (knowledge.isPresent()) {
            return called(knowledge.get());
        }
        Model.Service service =
                model.service(name).orElseThrow(() -> new Refusal("no decision named '" + name + "'", model.name()));
        return service(service, null);
    }

    private Object called(Model.Knowledge knowledge) {
        FeelFunction function = (FeelFunction) function(knowledge);
        List<Object> arguments = new ArrayList<>();
        for (String parameter : function.signatures().get(0)) {
            Object value = inputs.get(parameter);
            if (value instanceof Missing missing) {
                throw new Refusal(missing.reason(), knowledge.name());
            }
            arguments.add(value);
        }
        return function.apply(arguments);
    }

    private Object decision(Model.Decision decision) {
        if (given.containsKey(decision.name())) {
            return given.get(decision.name());
        }
        if (known.containsKey(decision.name())) {
            return known.get(decision.name());
        }
        if (decision.logic() == null) {
            throw new Refusal(NO_LOGIC, decision.name());
        }
        try {
            Object value = evaluator.evaluate(decision.logic(), scope(decision.requires()));
            if (decision.type() != null) {
                value = evaluator.coerce(value, decision.type());
            }
            value = residual.named(decision.name(), value);
            known.put(decision.name(), value);
            return value;
        } catch (Refusal refusal) {
            throw refusal.at(decision.name());
        }
    }

    private Scope scope(List<String> requires) {
        Map<String, Object> values = new HashMap<>();
        for (String reference : requires) {
            bind(reference, values);
        }
        return Scope.of(values);
    }

    private void bind(String reference, Map<String, Object> values) {
        int hash = reference.indexOf('#');
        String namespace = hash < 0 ? "" : reference.substring(0, hash);
        String id = reference.substring(hash + 1);
        Map.Entry<String, Model> target = model.byNamespace(namespace)
                .orElseThrow(() -> new Refusal("imported model " + namespace + " not found", model.name()));
        boolean local =
                target.getKey().isEmpty() && target.getValue().namespace().equals(model.namespace());
        Decisions owner = local ? this : imported(target.getKey(), target.getValue());
        Map<String, Object> into = local || target.getKey().isEmpty() ? values : nested(values, target.getKey());
        target.getValue()
                .elements()
                .filter(element -> element.id().equals(id))
                .findFirst()
                .ifPresent(element -> owner.bind(element, into));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> nested(Map<String, Object> values, String alias) {
        return (Map<String, Object>) values.computeIfAbsent(alias, key -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private Decisions imported(String alias, Model imported) {
        Map<String, Object> theirs = new HashMap<>(inputs);
        if (inputs.get(alias) instanceof Map<?, ?> nested) {
            theirs.putAll((Map<String, Object>) nested);
        }
        return new Decisions(imported, theirs, builtins, residual, Map.of());
    }

    private void bind(Model.Element element, Map<String, Object> values) {
        switch (element) {
            case Model.InputData input -> values.put(input.name(), input(input));
            case Model.Decision decision -> values.put(decision.name(), decision(decision));
            case Model.Knowledge knowledge -> values.put(knowledge.name(), function(knowledge));
            case Model.Service service -> values.put(service.name(), serviceFunction(service));
        }
    }

    /** Stands for an input that the data don't have: refused as soon as a decision needs it. */
    public record Missing(String reason) {}

    private Object input(Model.InputData input) {
        Object value = given.containsKey(input.name()) ? given.get(input.name()) : inputs.get(input.name());
        if (value instanceof Missing missing) {
            throw new Refusal(missing.reason(), "");
        }
        return input.type() == null ? value : evaluator.coerce(value, input.type());
    }

    private Object function(Model.Knowledge knowledge) {
        if (knowledge.function() == null) {
            throw new Refusal(NO_LOGIC, knowledge.name());
        }
        if (knowledge.function().external()) {
            throw new Refusal("function defined outside DMN", knowledge.name());
        }
        Scope outer = scope(knowledge.requires());
        FeelType declared = knowledge.type() == null ? null : model.resolve(knowledge.type());
        FeelType result = declared instanceof FeelType.FunctionOf function ? function.result() : declared;
        Expression.Function function = knowledge.function();
        Expression.Function typed = new Expression.Function(
                function.parameters(), function.result() == null ? result : function.result(), function.body(), false);
        Map<String, Object> self = new HashMap<>();
        Evaluator.Closure closure = new Evaluator.Closure(evaluator, typed, outer.inner(self));
        self.put(knowledge.name(), closure);
        return closure;
    }

    private FeelFunction serviceFunction(Model.Service service) {
        List<Model.Element> parameters = new ArrayList<>();
        service.inputData().forEach(reference -> parameters.add(element(reference)));
        service.inputDecisions().forEach(reference -> parameters.add(element(reference)));
        return new ServiceFunction(parameters.stream().map(Model.Element::name).toList(), arguments -> {
            Map<String, Object> values = new HashMap<>();
            for (int index = 0; index < parameters.size(); index++) {
                values.put(parameters.get(index).name(), typed(parameters.get(index), arguments.get(index)));
            }
            return service(service, values);
        });
    }

    private Object typed(Model.Element element, Object value) {
        FeelType type = switch (element) {
            case Model.InputData input -> input.type();
            case Model.Decision decision -> decision.type();
            default -> null;
        };
        return type == null ? value : evaluator.coerce(value, type);
    }

    private record ServiceFunction(List<String> parameters, java.util.function.Function<List<Object>, Object> body)
            implements FeelFunction {
        @Override
        public List<List<String>> signatures() {
            return Collections.singletonList(parameters);
        }

        @Override
        public Object apply(List<Object> arguments) {
            return arguments.size() == parameters.size() ? body.apply(arguments) : null;
        }
    }

    private Model.Element element(String reference) {
        String id = reference.substring(reference.indexOf('#') + 1);
        return model.elements()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("no element '" + reference + "'", model.name()));
    }

    /** A service's outputs; {@code values} replace its input data and input decisions where given. */
    private Object service(Model.Service service, Map<String, Object> values) {
        Map<String, Object> replaced = new HashMap<>();
        for (String reference : service.inputDecisions()) {
            Model.Element element = element(reference);
            replaced.put(element.name(), values == null ? inputs.get(element.name()) : values.get(element.name()));
        }
        if (values != null) {
            replaced.putAll(values);
        }
        Decisions inside = new Decisions(model, inputs, builtins, residual, replaced);
        List<String> outputs = service.outputDecisions();
        Map<String, Object> results = new LinkedHashMap<>();
        for (String reference : outputs) {
            String name = element(reference).name();
            results.put(name, inside.value(name));
        }
        Object result = outputs.size() == 1 ? results.values().iterator().next() : results;
        return service.type() == null ? result : evaluator.coerce(result, service.type());
    }
}
