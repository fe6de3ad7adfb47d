package org.shengmo.petition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.workbook.CellForm;
import org.shengmo.workbook.Layout;
import org.shengmo.workbook.Name;
import org.shengmo.workbook.Reading;
import org.shengmo.workbook.Row;
import org.springframework.stereotype.Component;

/** Petitions from a workbook: letters and calls that were kept elsewhere. */
@Component
public class PetitionImport {

    private static final String SHEET = "petitions";
    private static final int LONGEST_SPOT = 200;
    private static final int LONGEST_NAME = 50;

    /** The sheet and its columns. */
    public static final Layout LAYOUT = Layout.of(Layout.Sheet.of(
            SHEET,
            "信访事项",
            "Petitions",
            Layout.Column.required("received", "收到日期", "Received", new CellForm.Date()),
            Layout.Column.required(
                    "topic",
                    "类别",
                    "Topic",
                    new CellForm.Choice(Arrays.stream(Topic.values())
                            .map(topic -> new CellForm.Option(topic.code(), TopicNames.of(topic)))
                            .toList())),
            Layout.Column.required("place", "地点（机构代码或名称）", "Place (code or name of a body)", new CellForm.Text(100)),
            Layout.Column.optional("spot", "具体位置", "Where exactly", new CellForm.Text(LONGEST_SPOT)),
            Layout.Column.required("text", "反映内容", "What happened", new CellForm.Text(NewPetition.LONGEST)),
            Layout.Column.required(
                    "naming",
                    "署名方式",
                    "Named or not",
                    new CellForm.Choice(List.of(
                            new CellForm.Option("NAMED", new Name("实名", "named")),
                            new CellForm.Option("CONFIDENTIAL", new Name("保密", "confidential")),
                            new CellForm.Option("ANONYMOUS", new Name("匿名", "anonymous"))))),
            Layout.Column.optional("name", "姓名", "Name", new CellForm.Text(LONGEST_NAME)),
            Layout.Column.optional("phone", "电话", "Phone", new CellForm.Text(30)),
            Layout.Column.optional("accused", "被反映的干部", "Official complained of", new CellForm.Text(LONGEST_NAME))));

    private final Organization organization;
    private final java.time.Clock clock;

    PetitionImport(Organization organization, java.time.Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    /** @throws org.shengmo.wording.Invalid with every fault and its place */
    List<NewPetition> petitions(Reading reading) {
        Directory directory = organization.directory();
        java.time.LocalDate today = java.time.LocalDate.now(clock);
        for (Row row : reading.rows(SHEET)) {
            if (place(directory, row.text("place")).isEmpty()) {
                reading.fault(row, "place", "petition.fault.place-unknown", row.text("place"));
            }
            if (row.date("received").isAfter(today)) {
                reading.fault(row, "received", "petition.fault.future");
            }
            boolean anonymous = row.text("naming").equals("ANONYMOUS");
            if (anonymous && (row.has("name") || row.has("phone"))) {
                reading.fault(row, "name", "petition.fault.anonymous");
            }
            if (!anonymous && !row.has("name")) {
                reading.fault(row, "name", "petition.fault.name", LONGEST_NAME);
            }
        }
        return reading.faultless().rows(SHEET).stream()
                .map(row -> petition(directory, row))
                .toList();
    }

    private static NewPetition petition(Directory directory, Row row) {
        return new NewPetition(
                Channel.IMPORT,
                Naming.valueOf(row.text("naming")),
                Topic.of(row.text("topic")),
                row.text("text"),
                place(directory, row.text("place")).orElseThrow(),
                row.optionalText("spot").orElse(""),
                null,
                null,
                row.optionalText("accused")
                        .map(name -> new NewPetition.Accused(name, null))
                        .orElse(null),
                new NewPetition.Who(
                        row.optionalText("name").orElse(""),
                        row.optionalText("phone").orElse("")),
                false,
                List.of(),
                "",
                row.date("received"));
    }

    private static Optional<UUID> place(Directory directory, String codeOrName) {
        return directory
                .bodyByCode(codeOrName)
                .or(() -> directory.bodies().stream()
                        .filter(body -> body.name().equals(codeOrName))
                        .findFirst())
                .filter(PetitionCheck::isPlace)
                .map(Body::id);
    }
}
