package org.shengmo.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every state that a case on a chart can come into, played through: tokens lie on flows and in steps. A chart is sound
 * when no way gets two tokens and every state can still come to the end with nothing left behind (van der Aalst, 1998).
 */
final class TokenGame {

    /** More states than anyone could follow on a chart. */
    static final int MOST_STATES = 20_000;

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Flow>> in = new HashMap<>();
    private final Map<String, List<Flow>> out = new HashMap<>();
    private final Map<Set<String>, List<Set<String>>> moves = new LinkedHashMap<>();

    TokenGame(List<Node> nodes, List<Flow> flows) {
        for (Node node : nodes) {
            this.nodes.put(node.id(), node);
            in.put(node.id(), new ArrayList<>());
            out.put(node.id(), new ArrayList<>());
        }
        for (Flow flow : flows) {
            out.get(flow.from()).add(flow);
            in.get(flow.to()).add(flow);
        }
    }

    /** What is wrong with a chart, and at which node. */
    record Flaw(String node, String key) {}

    /** Plays; the first flaw found, if any. */
    Optional<Flaw> play() {
        Node start = nodes.values().stream()
                .filter(node -> node.kind() == Node.Kind.START)
                .findFirst()
                .orElseThrow();
        Set<String> first = new HashSet<>();
        out.get(start.id()).forEach(flow -> first.add(on(flow)));
        Deque<Set<String>> unplayed = new ArrayDeque<>(List.of(first));
        while (!unplayed.isEmpty()) {
            Set<String> state = unplayed.poll();
            if (moves.containsKey(state)) {
                continue;
            }
            if (moves.size() >= MOST_STATES) {
                return Optional.of(new Flaw(start.id(), "workflow.chart.intricate"));
            }
            List<Set<String>> next = new ArrayList<>();
            Optional<Flaw> flaw = from(state, next);
            if (flaw.isPresent()) {
                return flaw;
            }
            moves.put(state, next);
            unplayed.addAll(next);
        }
        return stuck();
    }

    /** The steps at which a case can stand alone. */
    Set<String> solitary() {
        Set<String> alone = new HashSet<>();
        for (Set<String> state : moves.keySet()) {
            if (state.size() == 1) {
                String token = state.iterator().next();
                if (nodes.containsKey(token)) {
                    alone.add(token);
                }
            }
        }
        return alone;
    }

    private Optional<Flaw> from(Set<String> state, List<Set<String>> next) {
        for (Node node : nodes.values()) {
            List<Flow> ready = in.get(node.id()).stream()
                    .filter(flow -> state.contains(on(flow)))
                    .toList();
            Optional<Flaw> flaw = switch (node.kind()) {
                case START -> Optional.empty();
                case STEP -> step(node, ready, state, next);
                case CHOICE -> choice(node, ready, state, next);
                case FORK -> fork(node, ready, state, next);
                case END -> {
                    ready.forEach(flow -> next.add(without(state, on(flow))));
                    yield Optional.empty();
                }
            };
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    private Optional<Flaw> step(Node node, List<Flow> ready, Set<String> state, List<Set<String>> next) {
        for (Flow flow : ready) {
            if (state.contains(node.id())) {
                return Optional.of(new Flaw(node.id(), "workflow.chart.twice"));
            }
            next.add(with(without(state, on(flow)), Set.of(node.id())));
        }
        return state.contains(node.id())
                ? put(node, without(state, node.id()), out.get(node.id()), next)
                : Optional.empty();
    }

    private Optional<Flaw> choice(Node node, List<Flow> ready, Set<String> state, List<Set<String>> next) {
        for (Flow flow : ready) {
            for (Flow way : out.get(node.id())) {
                Optional<Flaw> flaw = put(node, without(state, on(flow)), List.of(way), next);
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Flaw> fork(Node node, List<Flow> ready, Set<String> state, List<Set<String>> next) {
        if (ready.isEmpty() || ready.size() < in.get(node.id()).size()) {
            return Optional.empty();
        }
        Set<String> left = new HashSet<>(state);
        ready.forEach(flow -> left.remove(on(flow)));
        return put(node, left, out.get(node.id()), next);
    }

    private static Optional<Flaw> put(Node node, Set<String> left, List<Flow> flows, List<Set<String>> next) {
        Set<String> tokens = new LinkedHashSet<>();
        for (Flow flow : flows) {
            if (left.contains(on(flow))) {
                return Optional.of(new Flaw(node.id(), "workflow.chart.twice"));
            }
            tokens.add(on(flow));
        }
        next.add(with(left, tokens));
        return Optional.empty();
    }

    /** The states from which the end can't be reached any more; the flaw is where a token lies in one of them. */
    private Optional<Flaw> stuck() {
        Map<Set<String>, List<Set<String>>> back = new HashMap<>();
        moves.forEach((state, next) -> next.forEach(
                each -> back.computeIfAbsent(each, key -> new ArrayList<>()).add(state)));
        Set<Set<String>> ending = new HashSet<>();
        Deque<Set<String>> known = new ArrayDeque<>(List.of(Set.of()));
        while (!known.isEmpty()) {
            Set<String> state = known.poll();
            if (ending.add(state)) {
                known.addAll(back.getOrDefault(state, List.of()));
            }
        }
        List<Set<String>> lost =
                moves.keySet().stream().filter(state -> !ending.contains(state)).toList();
        return lost.stream()
                .filter(state -> moves.get(state).isEmpty())
                .findFirst()
                .or(() -> lost.stream().findFirst())
                .map(state -> new Flaw(whereIn(state), "workflow.chart.stuck"));
    }

    private String whereIn(Set<String> state) {
        String token = state.stream().sorted().findFirst().orElseThrow();
        if (nodes.containsKey(token)) {
            return token;
        }
        return out.values().stream()
                .flatMap(List::stream)
                .filter(flow -> on(flow).equals(token))
                .findFirst()
                .orElseThrow()
                .to();
    }

    private static String on(Flow flow) {
        return "→" + flow.id();
    }

    private static Set<String> without(Set<String> state, String token) {
        Set<String> left = new HashSet<>(state);
        left.remove(token);
        return left;
    }

    private static Set<String> with(Set<String> state, Set<String> tokens) {
        Set<String> more = new HashSet<>(state);
        more.addAll(tokens);
        return more;
    }
}
