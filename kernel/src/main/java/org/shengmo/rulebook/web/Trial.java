package org.shengmo.rulebook.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shengmo.access.web.Page;
import org.shengmo.rulebook.DecisionTable;
import org.shengmo.rulebook.DecisionTable.Column;
import org.shengmo.rulebook.DecisionTable.Value;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Fault;

/**
 * The form in which a reader puts a case to a table, with the ruling once it was sent.
 *
 * @param questions one for each fact
 * @param ruling null before it was sent and where it has faults
 * @param answers the ruling's outputs in words, one list a matched row
 * @param general what is wrong with the case as a whole
 */
public record Trial(List<Question> questions, Ruling ruling, List<List<Answer>> answers, List<String> general) {

    public Trial {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        general = List.copyOf(general);
    }

    /** Whether something is wrong with the case. */
    public boolean faulty() {
        return !general.isEmpty()
                || questions.stream().anyMatch(question -> !question.fault().isEmpty());
    }

    /**
     * A fact asked for.
     *
     * @param type as the column has it
     * @param options values to choose from, in words; empty where the reader types
     * @param typed what was sent
     * @param fault what is wrong with it; empty where nothing is
     */
    public record Question(String name, String label, String type, List<Option> options, String typed, String fault) {
        public Question {
            options = List.copyOf(options);
        }
    }

    /**
     * A value to choose.
     *
     * @param code what is sent
     * @param words what is said
     */
    public record Option(String code, String words) {}

    /**
     * An output.
     *
     * @param label what it is
     * @param words its value
     */
    public record Answer(String label, String words) {}

    static Trial of(DecisionTable table, Map<String, String> sent, Ruling ruling, List<Fault> faults, Page page) {
        Cells cells = new Cells(page);
        return new Trial(
                table.inputs().stream()
                        .map(input -> question(input, sent, faults, cells, page))
                        .toList(),
                ruling,
                ruling == null ? List.of() : answers(table, ruling, cells),
                faults.stream()
                        .filter(fault -> table.inputs().stream()
                                .noneMatch(input -> input.name().equals(fault.place())))
                        .map(fault -> page.say(fault.text()))
                        .toList());
    }

    private static Question question(
            Column input, Map<String, String> sent, List<Fault> faults, Cells cells, Page page) {
        List<Option> options = new ArrayList<>();
        if (input.type().equals("boolean")) {
            options.add(new Option("true", page.value(true)));
            options.add(new Option("false", page.value(false)));
        }
        for (Value value : input.values()) {
            options.add(new Option(value.code(), cells.value(input, value.code())));
        }
        return new Question(
                input.name(),
                cells.label(input),
                input.type(),
                options,
                sent.getOrDefault(input.name(), ""),
                faults.stream()
                        .filter(fault -> fault.place().equals(input.name()))
                        .map(fault -> page.say(fault.text()))
                        .findFirst()
                        .orElse(""));
    }

    private static List<List<Answer>> answers(DecisionTable table, Ruling ruling, Cells cells) {
        return ruling.outputs().stream()
                .map(row -> table.outputs().stream()
                        .filter(output -> row.get(output.name()) != null)
                        .map(output -> new Answer(cells.label(output), cells.value(output, row.get(output.name()))))
                        .toList())
                .toList();
    }
}
