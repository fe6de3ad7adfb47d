package org.shengmo.charter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class DifferenceProperties {

    private static String all(List<Difference.Run> runs) {
        return runs.stream().map(Difference.Run::text).collect(Collectors.joining());
    }

    private static String same(List<Difference.Run> runs) {
        return runs.stream()
                .filter(run -> !run.changed())
                .map(Difference.Run::text)
                .collect(Collectors.joining());
    }

    @Property(tries = 300)
    void bothSidesStandInFullAndAgreeOutsideTheMarks(
            @ForAll @StringLength(max = 40) @CharRange(from = '一', to = '丐') String before,
            @ForAll @StringLength(max = 40) @CharRange(from = '一', to = '丐') String after) {
        Difference.Part part = Difference.part("1", before, after);
        assertThat(all(part.before())).isEqualTo(before);
        assertThat(all(part.after())).isEqualTo(after);
        assertThat(same(part.before())).isEqualTo(same(part.after()));
    }
}
