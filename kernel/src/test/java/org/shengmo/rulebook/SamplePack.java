package org.shengmo.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.shengmo.rulebook.PackReader.PackFile;

/** A small made-up pack: one document in two versions, one table in two versions. */
final class SamplePack {

    static final String DOCUMENT = """
            document: sample-measures
            title: 示例办法
            english: Sample Measures
            issuer: 示例区
            rank: DISTRICT_DOCUMENT
            pack: sample
            versions:
              - from: 2020-01-01
                published: 2019-12-01
                source: 示例区公报
                verification: VERIFIED
                clauses:
                  - article: "1"
                    text: 迟报的，提醒。
                  - article: "2"
                    text: 迟报超过十日的，约谈。
              - from: 2025-01-01
                source: 示例区公报
                verification: VERIFIED
                clauses:
                  - article: "1"
                    text: |-
                      迟报的，提醒。

                      当日补报的，不提醒。
                  - article: "2"
                    text: 迟报超过五日的，约谈。
                    verification: UNVERIFIED
                    source: 转述
            """;

    private SamplePack() {}

    static String table(String from, int limit) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:rule="https://shengmo.org/rulebook"
                    id="lateness" name="lateness" namespace="https://shengmo.org/rules/lateness/%s"
                    rule:title="迟报怎么办" rule:english="What follows a late report">
                  <inputData id="daysLate" name="daysLate"><variable name="daysLate" typeRef="number"/></inputData>
                  <inputData id="unit" name="unit"><variable name="unit" typeRef="string"/></inputData>
                  <decision id="decision" name="lateness">
                    <question>迟报几日，怎么办？</question>
                    <variable name="lateness"/>
                    <informationRequirement><requiredInput href="#daysLate"/></informationRequirement>
                    <informationRequirement><requiredInput href="#unit"/></informationRequirement>
                    <decisionTable hitPolicy="FIRST">
                      <input label="迟报日数" rule:english="Days late">
                        <inputExpression typeRef="number"><text>daysLate</text></inputExpression>
                      </input>
                      <input label="单位类别" rule:english="Kind of unit" rule:words="town=乡镇|Township; department=部门|Department">
                        <inputExpression typeRef="string"><text>unit</text></inputExpression>
                        <inputValues><text>"town","department"</text></inputValues>
                      </input>
                      <output name="measure" label="措施" rule:english="Measure" typeRef="string"
                          rule:words="remind=提醒|Reminder; talk=约谈|Talk"/>
                      <output name="days" label="期限（日）" rule:english="Days" typeRef="number"/>
                      <annotation name="clause"/>
                      <rule>
                        <inputEntry><text>&gt; %d</text></inputEntry><inputEntry><text>-</text></inputEntry>
                        <outputEntry><text>"talk"</text></outputEntry><outputEntry><text>5</text></outputEntry>
                        <annotationEntry><text>sample-measures#2</text></annotationEntry>
                      </rule>
                      <rule>
                        <inputEntry><text>&gt; 0</text></inputEntry><inputEntry><text>"town"</text></inputEntry>
                        <outputEntry><text>"remind"</text></outputEntry><outputEntry><text>3</text></outputEntry>
                        <annotationEntry><text>sample-measures#1.1</text></annotationEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(from, limit);
    }

    static List<PackFile> files() {
        return new ArrayList<>(List.of(
                new PackFile("sample.yaml", "rulebook", DOCUMENT),
                new PackFile("lateness-2020.dmn", "rulebook", table("2020-01-01", 10)),
                new PackFile("lateness-2025.dmn", "rulebook", table("2025-01-01", 5))));
    }

    static Pack pack() {
        return PackReader.read(files());
    }
}
