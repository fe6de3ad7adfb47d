package org.shengmo.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A flowchart that can run: every step is a role's, every path reaches an end.
 *
 * @param hash SHA-256 of the BPMN file, in hexadecimal: a chart is what its bytes are
 * @param name the process's name; empty when it has none
 * @param nodes in the order of the file
 * @param flows in the order of the file
 * @param solitary steps at which a case can stand with nothing else open: to these it can be returned
 */
public record Chart(String hash, String name, List<Node> nodes, List<Flow> flows, Set<String> solitary) {

    public Chart {
        nodes = List.copyOf(nodes);
        flows = List.copyOf(flows);
        solitary = Set.copyOf(solitary);
    }

    /** @throws NoSuchElementException when the chart has no such node */
    public Node node(String id) {
        return nodes.stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no node " + id));
    }

    /** The steps in reading order: as one comes to them from the start. */
    public List<Node> steps() {
        return inOrder().stream().filter(node -> node.kind() == Node.Kind.STEP).toList();
    }

    /** Every node, as one comes to it from the start. */
    public List<Node> inOrder() {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>();
        nodes.stream().filter(node -> node.kind() == Node.Kind.START).forEach(node -> next.add(node.id()));
        while (!next.isEmpty()) {
            String id = next.poll();
            if (seen.add(id)) {
                leaving(id).forEach(flow -> next.add(flow.to()));
            }
        }
        return seen.stream().map(this::node).toList();
    }

    /** The flows that leave a node. */
    public List<Flow> leaving(String node) {
        return flows.stream().filter(flow -> flow.from().equals(node)).toList();
    }

    /** What may be answered when a step is done; empty when nothing is asked. */
    public List<String> answers(String step) {
        return choiceAfter(step).stream()
                .flatMap(choice -> leaving(choice).stream())
                .map(Flow::answer)
                .toList();
    }

    /** The nodes that follow at once when a node is left with an answer: steps, forks, ends. */
    public List<Node> following(String node, String answer) {
        List<Node> reached = new ArrayList<>();
        for (Flow flow : leaving(node)) {
            Node target = node(flow.to());
            if (target.kind() == Node.Kind.CHOICE) {
                List<Flow> ways = leaving(target.id());
                ways.stream()
                        .filter(way -> ways.size() == 1 || way.answer().equals(answer))
                        .findFirst()
                        .ifPresent(way -> reached.addAll(through(way, answer)));
            } else {
                reached.add(target);
            }
        }
        return reached;
    }

    private List<Node> through(Flow way, String answer) {
        Node target = node(way.to());
        return target.kind() == Node.Kind.CHOICE ? following(target.id(), answer) : List.of(target);
    }

    /**
     * The steps to which a case at a step can be returned: it has passed them, whichever way it came, and stands there
     * with nothing else open. None for a step beside which others run, or wait to be joined.
     */
    public List<Node> returnable(String step) {
        if (!solitary.contains(step)) {
            return List.of();
        }
        return steps().stream()
                .filter(node -> !node.id().equals(step) && solitary.contains(node.id()))
                .filter(node -> !reachableWithout(node.id()).contains(step))
                .toList();
    }

    private Set<String> reachableWithout(String left) {
        Set<String> seen = new LinkedHashSet<>(Set.of(left));
        Deque<String> next = new ArrayDeque<>();
        nodes.stream().filter(node -> node.kind() == Node.Kind.START).forEach(node -> next.add(node.id()));
        while (!next.isEmpty()) {
            String id = next.poll();
            if (seen.add(id)) {
                leaving(id).forEach(flow -> next.add(flow.to()));
            }
        }
        return seen;
    }

    /** The choice with several ways that a step leads to, through joins only. */
    private List<String> choiceAfter(String step) {
        Set<String> seen = new LinkedHashSet<>();
        String at = step;
        while (seen.add(at)) {
            List<Flow> out = leaving(at);
            if (out.size() != 1) {
                return List.of();
            }
            at = out.getFirst().to();
            if (node(at).kind() != Node.Kind.CHOICE) {
                return List.of();
            }
            if (leaving(at).size() > 1) {
                return List.of(at);
            }
        }
        return List.of();
    }
}
