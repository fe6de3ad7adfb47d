package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 8785. */
class CanonicalJsonTest {

    /** Section 3.2.2 and its result in section 3.2.4. */
    @Test
    void theSampleObject() {
        String sample = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50,
                              2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";
        assertThat(CanonicalJson.canonicalize(sample))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** Section 3.2.3. */
    @Test
    void namesAreOrderedByUtf16() {
        String sample =
                "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\","
                        + "\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                        + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
        assertThat(CanonicalJson.canonicalize(sample))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** Appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000,0",
        "8000000000000000,0",
        "0000000000000001,5e-324",
        "8000000000000001,-5e-324",
        "7fefffffffffffff,1.7976931348623157e+308",
        "ffefffffffffffff,-1.7976931348623157e+308",
        "4340000000000000,9007199254740992",
        "c340000000000000,-9007199254740992",
        "4430000000000000,295147905179352830000",
        "44b52d02c7e14af5,9.999999999999997e+22",
        "44b52d02c7e14af6,1e+23",
        "44b52d02c7e14af7,1.0000000000000001e+23",
        "444b1ae4d6e2ef4e,999999999999999700000",
        "444b1ae4d6e2ef4f,999999999999999900000",
        "444b1ae4d6e2ef50,1e+21",
        "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d,0.000001",
        "41b3de4355555553,333333333.3333332",
        "41b3de4355555554,333333333.33333325",
        "41b3de4355555555,333333333.3333333",
        "41b3de4355555556,333333333.3333334",
        "41b3de4355555557,333333333.33333343",
        "becbf647612f3696,-0.0000033333333333333333",
        "43143ff3c1cb0959,1424953923781206.2"
    })
    void numbers(String bits, String text) {
        double number = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(bits));
        assertThat(CanonicalJson.write(number)).isEqualTo(text);
    }

    @Property
    void everyNumberReadsBack(@ForAll double number) {
        double read = (Double) CanonicalJson.read(CanonicalJson.write(number));
        assertThat(read == number).isTrue();
    }

    @Property
    void everyTextReadsBackAndStaysCanonical(@ForAll String name, @ForAll List<Integer> numbers) {
        Map<String, Object> value = Map.of("n" + clean(name), numbers, "s", clean(name));
        String text = CanonicalJson.write(value);
        assertThat(CanonicalJson.canonicalize(text)).isEqualTo(text);
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cs}", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "01",
                "1.",
                ".5",
                "+1",
                "NaN",
                "1e999",
                "\"\\x\"",
                "\"\t\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "true false",
                "'a'",
                "[1 2]",
                "\"\\u12\"",
                "nul",
                "\u00a01",
                "{\"a\" 1}",
                "\"a"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> CanonicalJson.canonicalize(text)).isInstanceOf(MalformedException.class);
    }

    @Test
    void whatADoubleCannotHoldIsRefused() {
        assertThat(CanonicalJson.write(1L << 53)).isEqualTo("9007199254740992");
        assertThatThrownBy(() -> CanonicalJson.write((1L << 53) + 1)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> CanonicalJson.write(Double.NaN)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> CanonicalJson.write(new Object())).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> CanonicalJson.read("[".repeat(100_000))).isInstanceOf(MalformedException.class);
    }
}
