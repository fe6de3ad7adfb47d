package org.shengmo.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.task.api.Task;
import org.shengmo.wording.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Charts in PostgreSQL, cases in the engine's tables beside them. */
@Service
class PostgresWorkflow implements Workflow {

    private static final int CHARTS_IN_MEMORY = 500;

    private final JdbcClient database;
    private final Engine engine;
    /** Charts read before; what has a hash never changes. The eldest goes when there are too many. */
    private final Map<String, Chart> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Chart> eldest) {
            return size() > CHARTS_IN_MEMORY;
        }
    });

    PostgresWorkflow(JdbcClient database, Engine engine) {
        this.database = database;
        this.engine = engine;
    }

    @Override
    public Chart read(byte[] bpmn, Predicate<String> knownRole) {
        return Charts.read(bpmn, knownRole);
    }

    @Override
    @Transactional
    public Chart publish(byte[] bpmn, Predicate<String> knownRole) {
        return publishAll(List.of(bpmn), knownRole).getFirst();
    }

    @Override
    @Transactional
    public List<Chart> publishAll(List<byte[]> files, Predicate<String> knownRole) {
        List<Chart> charts =
                files.stream().map(file -> Charts.read(file, knownRole)).toList();
        database.sql("""
                INSERT INTO workflow.chart (hash, name, bpmn)
                SELECT DISTINCT ON (t.hash) t.hash, t.name, t.bpmn
                FROM unnest(:hashes::text[], :names::text[], :files::bytea[]) AS t(hash, name, bpmn)
                ON CONFLICT DO NOTHING
                """)
                .param("hashes", charts.stream().map(Chart::hash).toArray(String[]::new))
                .param("names", charts.stream().map(Chart::name).toArray(String[]::new))
                .param("files", files.toArray(byte[][]::new))
                .update();
        return charts;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Chart> chart(String hash) {
        Chart before = known.get(hash);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<Chart> chart = bpmn(hash).map(bytes -> ChartJudge.judge(hash, ChartReader.read(bytes), role -> true));
        chart.ifPresent(read -> known.put(hash, read));
        return chart;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> bpmn(String hash) {
        return database.sql("SELECT bpmn FROM workflow.chart WHERE hash = ?")
                .param(hash)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Position start(String hash, String about) {
        ProcessInstance instance = runtime().startProcessInstanceById(definition(hash), about);
        return position(UUID.fromString(instance.getId()), chartOf(hash));
    }

    /** The engine's definition of a chart; taken in from the kept bytes when it runs for the first time. */
    private String definition(String hash) {
        Optional<String> known = deployed(hash);
        if (known.isPresent()) {
            return known.get();
        }
        // One at a time: two first cases of a chart run on one definition.
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("workflow.chart " + hash)
                .query((row, number) -> true)
                .single();
        return deployed(hash).orElseGet(() -> deploy(hash));
    }

    private Optional<String> deployed(String hash) {
        return database.sql("SELECT definition FROM workflow.deployed WHERE hash = ?")
                .param(hash)
                .query(String.class)
                .optional();
    }

    private String deploy(String hash) {
        byte[] bpmn = bpmn(hash).orElseThrow(() -> new NoSuchElementException("no chart " + hash));
        RepositoryService repository = engine.get().getRepositoryService();
        String deployment = repository
                .createDeployment()
                .name(hash)
                .disableSchemaValidation()
                .addBytes(hash + ".bpmn", bpmn)
                .deploy()
                .getId();
        String definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
        database.sql("INSERT INTO workflow.deployed (hash, definition) VALUES (?, ?)")
                .params(hash, definition)
                .update();
        return definition;
    }

    @Override
    @Transactional
    public Position position(UUID instance) {
        return runningOn(instance)
                .map(hash -> position(instance, chartOf(hash)))
                .orElseGet(() -> new Position(instance, List.of(), true));
    }

    private Optional<String> runningOn(UUID instance) {
        return database.sql("""
                SELECT d.hash
                FROM workflow.act_ru_execution e JOIN workflow.deployed d ON d.definition = e.proc_def_id_
                WHERE e.id_ = ?
                """).param(instance.toString()).query(String.class).optional();
    }

    private Chart chartOf(String hash) {
        return chart(hash).orElseThrow();
    }

    private Position position(UUID instance, Chart chart) {
        List<Position.OpenStep> open = tasks(instance).stream()
                .map(task -> new Position.OpenStep(
                        UUID.fromString(task.getId()), task.getTaskDefinitionKey(), role(task, chart)))
                .toList();
        boolean ended = open.isEmpty() && runningOn(instance).isEmpty();
        return new Position(instance, open, ended);
    }

    private List<Task> tasks(UUID instance) {
        return engine.get()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.toString())
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc()
                .list();
    }

    private String role(Task task, Chart chart) {
        Node node = chart.node(task.getTaskDefinitionKey());
        if (node.signing() == Node.Signing.ONE) {
            return node.roles().getFirst();
        }
        return node.roles().get((Integer) runtime().getVariable(task.getExecutionId(), "loopCounter"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Position complete(UUID instance, UUID step, String answer) {
        Chart chart = running(instance);
        Task task = open(instance, step);
        List<String> answers = chart.answers(task.getTaskDefinitionKey());
        if (answers.isEmpty() ? !answer.isEmpty() : !answers.contains(answer)) {
            throw Refusal.of("workflow.answer.unknown", answer, task.getName(), String.join("、", answers))
                    .refused();
        }
        engine.get().getTaskService().complete(task.getId(), Map.of("answer", answer, "outcome", answer));
        return position(instance, chart);
    }

    private Chart running(UUID instance) {
        return runningOn(instance)
                .map(this::chartOf)
                .orElseThrow(() -> Refusal.of("workflow.step.gone").refused());
    }

    private Task open(UUID instance, UUID step) {
        return tasks(instance).stream()
                .filter(each -> each.getId().equals(step.toString()))
                .findFirst()
                .orElseThrow(() -> Refusal.of("workflow.step.gone").refused());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Position goBack(UUID instance, UUID step, String node) {
        Chart chart = running(instance);
        Task task = open(instance, step);
        if (tasks(instance).size() > 1) {
            throw Refusal.of("workflow.back.others-open", task.getName()).refused();
        }
        String from = task.getTaskDefinitionKey();
        if (chart.returnable(from).stream().noneMatch(each -> each.id().equals(node))) {
            throw Refusal.of("workflow.back.not-there", node).refused();
        }
        runtime()
                .createChangeActivityStateBuilder()
                .processInstanceId(instance.toString())
                .moveActivityIdTo(from, node)
                .changeState();
        return position(instance, chart);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(UUID instance, String reasons) {
        running(instance);
        runtime().deleteProcessInstance(instance.toString(), reasons);
    }

    private RuntimeService runtime() {
        return engine.get().getRuntimeService();
    }
}
