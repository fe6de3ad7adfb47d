package org.shengmo.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;

/** Lists come in as they are; every fault of the others has its place. */
class ListReaderTest {

    private static final String HEAD = "code,name,type,department,levels,basis\n";
    private static final String RIGHT = "210973001000,专利权侵权纠纷处理,09,73,\"2,3\",《中华人民共和国专利法》（2020年修正）第六十五条\n";
    private static final ListReader READER = new ListReader(Set.of("QZ", "D13")::contains);

    private static List<ListReader.Listed> read(String text) {
        return READER.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Fault> faults(byte[] file) {
        try {
            READER.read(file);
            return List.of();
        } catch (Invalid invalid) {
            return invalid.faults();
        }
    }

    /** Every csv of that layout beside the known one is read too. */
    @Test
    void theProvincesListsComeInAsTheyAre() throws IOException {
        Path folder = Path.of(System.getProperty("shengmo.data", "../shared/data"), "powers");
        assumeThat(Files.isDirectory(folder)).as("shared data at %s", folder).isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                List<ListReader.Listed> listed = READER.read(bytes);
                assertThat(listed).as(file.toString()).isNotEmpty();
                assertThat(listed).allSatisfy(each -> {
                    assertThat(each.power().basis()).isNotEmpty();
                    assertThat(each.power().missing()).contains("holder", "limit");
                });
            }
        }
        String known = Files.readString(folder.resolve("items.csv"));
        List<ListReader.Listed> listed = read(known);
        assertThat(listed).hasSize((int) known.lines().count() - 1);
        assertThat(READER.read(known.getBytes(Charset.forName("GB18030")))).isEqualTo(listed);
        assertThat(read("\uFEFF" + known.replace("\n", "\r\n"))).isEqualTo(listed);
    }

    @Test
    void aBasisIsADocumentAndItsArticle() {
        Power power = read(HEAD + RIGHT).getFirst().power();
        assertThat(power.basis()).containsExactly(new Power.Basis("《中华人民共和国专利法》（2020年修正）", "第六十五条"));
        assertThat(power.levels()).containsExactly("2", "3");
        assertThat(Power.Basis.of("国务院令第412号附件第193项")).isEqualTo(new Power.Basis("国务院令第412号", "附件第193项"));
        assertThat(Power.Basis.of("《残疾退役军人医疗保障办法》退役军人部发〔2022〕3号").article()).isEmpty();
        assertThat(Power.Basis.of("国发〔2010〕21号附件2第37项").article()).isEqualTo("附件2第37项");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("a short code", HEAD + "2109730,甲,09,73,2,《法》第一条\n", "A2", "mandate.import.code"),
                Arguments.of("a code twice", HEAD + RIGHT + RIGHT, "A3", null),
                Arguments.of(
                        "a type the code denies",
                        HEAD + RIGHT.replace(",09,", ",08,"),
                        "C2",
                        "mandate.import.code-type"),
                Arguments.of("no type", HEAD + RIGHT.replace(",09,", ",许可,"), "C2", "mandate.import.type"),
                Arguments.of(
                        "a department the code denies",
                        HEAD + RIGHT.replace(",73,", ",74,"),
                        "D2",
                        "mandate.import.code-department"),
                Arguments.of("no such level", HEAD + RIGHT.replace("2,3", "2,7"), "E2", "mandate.import.levels"),
                Arguments.of(
                        "title marks that don't pair", HEAD + RIGHT.replace("》", ""), "F2", "mandate.import.basis"),
                Arguments.of("no name", HEAD + RIGHT.replace("专利权侵权纠纷处理", ""), "B2", null),
                Arguments.of("a cell too many", HEAD + "a,b,c,d,e,f,g\n", "G2", "mandate.import.width"),
                Arguments.of("cells too few", HEAD + "a,b\n", "C2", "mandate.import.width"),
                Arguments.of("a quote that never ends", HEAD + "a,\"b\n", "B2", "mandate.import.unclosed"),
                Arguments.of("a quote within", HEAD + "a,b\"c,d,e,f,g\n", "B2", "mandate.import.stray-quote"),
                Arguments.of(
                        "a column missing", "code,name,type,department,levels\n", "A1", "mandate.import.no-column"),
                Arguments.of("a strange column", HEAD.strip() + ",price\n", "G1", "mandate.import.column"),
                Arguments.of("nothing", "", "A1", "mandate.import.empty"),
                Arguments.of("headers only", HEAD, "A2", "mandate.import.empty"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void everyFaultHasItsPlace(String what, String text, String place, String key) {
        assertThat(faults(text.getBytes(StandardCharsets.UTF_8))).anySatisfy(fault -> {
            assertThat(fault.place()).as(what).endsWith(place);
            if (key != null) {
                assertThat(fault.text().key()).isEqualTo(key);
            }
        });
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String text = HEAD + RIGHT.replace(",09,", ",08,").replace("2,3", "9") + "1,甲,01,22,2,《法》第一条\n";
        assertThat(faults(text.getBytes(StandardCharsets.UTF_8))).hasSizeGreaterThanOrEqualTo(3);
        assertThat(faults(new byte[] {(byte) 0xff, (byte) 0xff, 0, 1}))
                .extracting(fault -> fault.text().key())
                .containsExactly("mandate.import.encoding");
    }

    /** Whatever bytes come, the answer is a list or faults. */
    @Property(tries = 200)
    void noFileBringsItDown(@ForAll byte[] bytes) {
        assertThat(faults(bytes)).isNotNull();
    }

    @Test
    void theFullLayoutIsReadBackAsItWasWritten() {
        String head =
                HEAD.strip() + ",catalogue,holder,responsible,applicants,limit,fee,documents,risks,event,flowchart\n";
        ListReader.Listed listed = read(head
                        + "ZF-1,幼儿园设立审批,01,D13,4,《民办教育促进法》第十二条,政府,QZ,D13,举办者,20个工作日,不收费,申请书；章程,以贷代审|高|双人审查,入学,licence\n")
                .getFirst();
        assertThat(listed.power().missing()).isEmpty();
        assertThat(listed.flowchart()).isEqualTo("licence");
        assertThat(listed.power().risks()).containsExactly(new Power.Risk("以贷代审", Power.Level.HIGH, "双人审查"));
        ItemVersion version = new ItemVersion(
                java.util.UUID.randomUUID(),
                java.util.UUID.randomUUID(),
                listed.code(),
                listed.catalogue(),
                java.time.LocalDate.of(2025, 1, 1),
                null,
                listed.power(),
                null,
                null,
                null,
                null,
                "x");
        assertThat(READER.read(ListWriter.csv(List.of(version))).getFirst().power())
                .isEqualTo(listed.power());
        assertThat(READER.read(ListWriter.workbook(List.of(version))).getFirst().power())
                .isEqualTo(listed.power());
        assertThat(faults((head + "ZF-1,甲,01,D99,4,《法》第一条,政府,QZ,D13,,二十天,,,高风险,,nowhere\n")
                        .getBytes(StandardCharsets.UTF_8)))
                .extracting(fault -> fault.text().key())
                .contains(
                        "mandate.import.body",
                        "mandate.import.limit",
                        "mandate.import.risk",
                        "mandate.import.flowchart");
    }
}
