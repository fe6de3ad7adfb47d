package org.shengmo.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.wording.Invalid;
import org.shengmo.workflow.ChartFile.Element;

/** Judges whether what a file holds can run, and gives the chart, or every fault with its place. */
final class ChartJudge {

    private static final Pattern LIMIT = Pattern.compile(
            "(?:时限|办理时限|time limit|limit)\\s*[:：]\\s*(\\d{1,3})\\s*(个?工作日|日|天|working days?|days?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWER = Pattern.compile(
            "\\$\\{\\s*(?:answer|outcome)\\s*==\\s*(?:'([^'\"\\\\$]{1,40})'|\"([^'\"\\\\$]{1,40})\")\\s*}");
    private static final Pattern ANY = Pattern.compile("\\$\\{\\s*nrOfCompletedInstances\\s*(?:>=|==)\\s*1\\s*}");
    private static final Pattern BARE = Pattern.compile("[^${}]{1,64}");

    private final ChartFile file;
    private final Predicate<String> knownRole;
    private final Map<String, List<Element>> in = new HashMap<>();
    private final Map<String, List<Element>> out = new HashMap<>();

    private ChartJudge(ChartFile file, Predicate<String> knownRole) {
        this.file = file;
        this.knownRole = knownRole;
    }

    /** @throws Invalid with every fault */
    static Chart judge(String hash, ChartFile file, Predicate<String> knownRole) {
        return new ChartJudge(file, knownRole).chart(hash);
    }

    private Chart chart(String hash) {
        passIfFaultless();
        process();
        flows();
        passIfFaultless();
        file.nodes.values().forEach(this::ends);
        reachable();
        List<Node> nodes = file.nodes.values().stream().map(this::node).toList();
        Map<String, String> answers = answers();
        passIfFaultless();
        List<Flow> flows = file.flows.stream()
                .map(flow -> new Flow(
                        flow.id,
                        flow.attributes.get("sourceRef"),
                        flow.attributes.get("targetRef"),
                        answers.getOrDefault(flow.id, "")))
                .toList();
        TokenGame game = new TokenGame(nodes, flows);
        game.play().ifPresent(flaw -> file.fault(file.nodes.get(flaw.node()), flaw.key(), TokenGame.MOST_STATES));
        passIfFaultless();
        return new Chart(hash, file.processes.getFirst().name(), nodes, flows, game.solitary());
    }

    private void passIfFaultless() {
        if (!file.faults.isEmpty()) {
            throw new Invalid(file.faults);
        }
    }

    private void process() {
        if (file.processes.isEmpty()) {
            file.fault(new ChartFile.Place(1, 1), "", "workflow.chart.no-process");
            return;
        }
        ChartFile.Sequence first = file.processes.getFirst();
        if (file.processes.size() > 1) {
            ChartFile.Sequence second = file.processes.get(1);
            file.fault(second.place(), second.id(), "workflow.chart.two-processes");
        }
        if (!first.executable()) {
            file.fault(first.place(), first.id(), "workflow.chart.not-executable");
        }
        List<Element> starts = ofType("startEvent");
        if (starts.size() != 1) {
            file.fault(
                    starts.isEmpty() ? first.place() : starts.get(1).place,
                    first.id(),
                    "workflow.chart.starts",
                    starts.size());
        }
        if (ofType("endEvent").isEmpty()) {
            file.fault(first.place(), first.id(), "workflow.chart.no-end");
        }
        if (ofType("userTask").isEmpty()) {
            file.fault(first.place(), first.id(), "workflow.chart.no-step");
        }
    }

    private List<Element> ofType(String type) {
        return file.nodes.values().stream()
                .filter(each -> each.type.equals(type))
                .toList();
    }

    private void flows() {
        Set<String> seen = new HashSet<>();
        for (Element flow : file.flows) {
            if (flow.id.isEmpty() || !seen.add(flow.id)) {
                file.fault(flow, "workflow.chart.id");
            }
            String from = flow.attributes.getOrDefault("sourceRef", "");
            String to = flow.attributes.getOrDefault("targetRef", "");
            if (!file.nodes.containsKey(from) || !file.nodes.containsKey(to)) {
                file.fault(flow, "workflow.chart.loose", file.nodes.containsKey(from) ? to : from);
            } else {
                out.computeIfAbsent(from, key -> new ArrayList<>()).add(flow);
                in.computeIfAbsent(to, key -> new ArrayList<>()).add(flow);
            }
        }
    }

    /** How many ways may come to and leave a node of its kind. */
    private void ends(Element node) {
        int coming = in(node).size();
        int leaving = out(node).size();
        boolean gateway = node.type.endsWith("Gateway");
        if (node.type.equals("startEvent") && coming > 0) {
            file.fault(node, "workflow.chart.into-start");
        }
        if (node.type.equals("endEvent")) {
            if (leaving > 0) {
                file.fault(node, "workflow.chart.past-end");
            }
        } else if (leaving == 0) {
            file.fault(node, "workflow.chart.nowhere");
        } else if (leaving > 1 && !gateway) {
            file.fault(node, "workflow.chart.forks-without-gateway");
        }
    }

    private void reachable() {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        ofType("startEvent").forEach(start -> next.add(start.id));
        while (!next.isEmpty()) {
            String id = next.poll();
            if (seen.add(id)) {
                out.getOrDefault(id, List.of()).forEach(flow -> next.add(flow.attributes.get("targetRef")));
            }
        }
        file.nodes.values().stream()
                .filter(node -> !seen.contains(node.id))
                .forEach(node -> file.fault(node, "workflow.chart.unreachable"));
    }

    private Node node(Element element) {
        Node.Kind kind = switch (element.type) {
            case "startEvent" -> Node.Kind.START;
            case "endEvent" -> Node.Kind.END;
            case "userTask" -> Node.Kind.STEP;
            case "exclusiveGateway" -> Node.Kind.CHOICE;
            default -> Node.Kind.FORK;
        };
        String note = element.note.toString().strip();
        if (kind != Node.Kind.STEP) {
            return new Node(element.id, element.name, kind, List.of(), Node.Signing.ONE, null, note);
        }
        if (element.name.isEmpty()) {
            file.fault(element, "workflow.chart.unnamed");
        }
        Matcher limit = LIMIT.matcher(note);
        boolean limited = limit.find();
        return new Node(
                element.id,
                element.name,
                kind,
                roles(element),
                signing(element),
                limited ? period(limit) : null,
                limited ? (note.substring(0, limit.start()) + note.substring(limit.end())).strip() : note);
    }

    private static StatutoryPeriod period(Matcher limit) {
        int length = Integer.parseInt(limit.group(1));
        return limit.group(2).contains("工作")
                        || limit.group(2).toLowerCase(java.util.Locale.ROOT).startsWith("w")
                ? StatutoryPeriod.workingDays(length)
                : StatutoryPeriod.days(length);
    }

    /** The potential owners, else the lane, else the pool. */
    private List<String> roles(Element task) {
        List<String> roles = new ArrayList<>(task.owners);
        if (roles.isEmpty() && !file.laneOf.getOrDefault(task.id, "").isEmpty()) {
            roles.add(file.laneOf.get(task.id));
        }
        if (roles.isEmpty()) {
            file.fault(task, "workflow.chart.nobody");
        }
        for (String role : roles) {
            if (!BARE.matcher(role).matches() || !knownRole.test(role)) {
                file.fault(task, "workflow.chart.role", role);
            }
        }
        if (!task.many && roles.size() > 1) {
            file.fault(task, "workflow.chart.several");
        }
        return roles;
    }

    private Node.Signing signing(Element task) {
        if (!task.many) {
            return Node.Signing.ONE;
        }
        if (task.owners.size() < 2 || !task.cardinality.equals(Integer.toString(task.owners.size()))) {
            file.fault(task, "workflow.chart.cardinality", task.owners.size());
        }
        if (task.completion.isEmpty()) {
            return Node.Signing.ALL;
        }
        if (!ANY.matcher(task.completion).matches()) {
            file.fault(task, "workflow.chart.completion");
        }
        return Node.Signing.ANY;
    }

    /** What is answered on each way out of a choice, by flow. */
    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Element flow : file.flows) {
            Element from = file.nodes.get(flow.attributes.get("sourceRef"));
            boolean choice = from.type.equals("exclusiveGateway") && out(from).size() > 1;
            if (!choice && flow.condition.length() > 0) {
                file.fault(flow, "workflow.chart.condition-elsewhere");
            }
        }
        for (Element choice : ofType("exclusiveGateway")) {
            if (out(choice).size() > 1) {
                ways(choice, answers);
                asked(choice);
            }
        }
        return answers;
    }

    private void ways(Element choice, Map<String, String> answers) {
        Set<String> given = new HashSet<>();
        for (Element way : out(choice)) {
            boolean otherwise = way.id.equals(choice.attributes.get("default"));
            Matcher answer = ANSWER.matcher(way.condition);
            String said;
            if (answer.matches()) {
                said = answer.group(1) == null ? answer.group(2) : answer.group(1);
            } else if (otherwise && way.condition.length() == 0 && !way.name.isEmpty()) {
                said = way.name;
            } else {
                file.fault(way, otherwise ? "workflow.chart.default" : "workflow.chart.condition");
                continue;
            }
            if (!given.add(said)) {
                file.fault(way, "workflow.chart.answer-twice", said);
            }
            answers.put(way.id, said);
        }
    }

    /** Whoever did the step before is the one who answers: a choice follows steps of one, with only joins between. */
    private void asked(Element choice) {
        Set<String> seen = new HashSet<>();
        Deque<Element> before = new ArrayDeque<>(List.of(choice));
        while (!before.isEmpty()) {
            for (Element flow : in(before.poll())) {
                Element from = file.nodes.get(flow.attributes.get("sourceRef"));
                boolean join = from.type.equals("exclusiveGateway") && out(from).size() == 1;
                boolean step = from.type.equals("userTask") && !from.many;
                if (join && seen.add(from.id)) {
                    before.add(from);
                } else if (!join && !step) {
                    file.fault(choice, "workflow.chart.unasked", from.name.isEmpty() ? from.id : from.name);
                }
            }
        }
    }

    private List<Element> in(Element node) {
        return in.getOrDefault(node.id, List.of());
    }

    private List<Element> out(Element node) {
        return out.getOrDefault(node.id, List.of());
    }
}
