package org.shengmo.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The corpus: running texts with what must go marked as {@code 〔field:…〕}; what is not marked must stay. */
class MaskingTest {

    private static final Pattern MARK = Pattern.compile("〔(id|phone|account|address|name):([^〕]*)〕");
    private static final Map<String, Masking.Field> FIELDS = Map.of(
            "id", Masking.Field.ID_NUMBER,
            "phone", Masking.Field.PHONE,
            "account", Masking.Field.ACCOUNT,
            "address", Masking.Field.ADDRESS,
            "name", Masking.Field.NAME);
    private static final Masking MASKING = new Masking(Map.of(
            Masking.Field.ID_NUMBER, new Masking.Keep(3, 2),
            Masking.Field.PHONE, new Masking.Keep(3, 4),
            Masking.Field.ACCOUNT, new Masking.Keep(0, 4),
            Masking.Field.NAME, new Masking.Keep(1, 0)));

    private static List<String> corpus() throws IOException {
        try (var in = MaskingTest.class.getResourceAsStream("masking-corpus.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void hidesWhatIsMarkedInTheCorpusAndNothingElse() throws IOException {
        List<String> wrong = new ArrayList<>();
        int marked = 0;
        for (String line : corpus()) {
            StringBuilder text = new StringBuilder();
            List<String> expected = new ArrayList<>();
            Matcher mark = MARK.matcher(line);
            int at = 0;
            while (mark.find()) {
                text.append(line, at, mark.start());
                expected.add(FIELDS.get(mark.group(1)) + " " + mark.group(2));
                text.append(mark.group(2));
                at = mark.end();
            }
            text.append(line.substring(at));
            marked += expected.size();
            List<String> found = MASKING.mask(text.toString()).hits().stream()
                    .map(hit -> hit.field() + " " + text.substring(hit.from(), hit.until()))
                    .toList();
            if (!found.equals(expected)) {
                wrong.add(line + "\n    found " + found);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(marked).isGreaterThan(45);
    }

    @Test
    void keepsWhatTheRuleKeepsAndTheTextsLength() {
        String text = "申请人：王小明，身份证号110105194912310021，电话138 0013 8000，卡号6222 0212 3456 7890 128。";
        String masked = MASKING.mask(text).text();
        assertThat(masked)
                .isEqualTo("申请人：王**，身份证号110*************21，电话138 **** 8000，卡号**** **** **** ***0 128。")
                .hasSameSizeAs(text);
    }

    @Test
    void hidesNamesThatAreKnownWhereverTheyStand() {
        assertThat(MASKING.mask("经核实，李春花家属实；李春花本人同意。", List.of("李春花")).text()).isEqualTo("经核实，李**家属实；李**本人同意。");
    }

    @Test
    void aTextThatIsMaskedStaysAsItIs() throws IOException {
        for (String line : corpus()) {
            String once =
                    MASKING.mask(line.replaceAll("〔[a-z]+:([^〕]*)〕", "$1")).text();
            assertThat(MASKING.mask(once).text()).isEqualTo(once);
        }
    }
}
