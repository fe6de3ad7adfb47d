package org.shengmo.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CharterTextProperties {

    private static Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('一', '十')
                .withChars("aZ09 \"\\\n，。%{}'<>&")
                .ofMaxLength(30);
    }

    private static Arbitrary<Named> named() {
        return Combinators.combine(words(), words()).as(Named::new);
    }

    @Provide
    Arbitrary<CharterText> texts() {
        Arbitrary<SubItem> subItems = Combinators.combine(
                        words(),
                        words(),
                        words(),
                        named(),
                        named(),
                        named().list().ofMaxSize(3),
                        Arbitraries.integers().between(0, 364))
                .as((code, title, measure, owner, unit, support, day) -> new SubItem(
                        code,
                        title,
                        measure,
                        owner,
                        unit,
                        support,
                        LocalDate.of(2025, 1, 1).plusDays(day)));
        Arbitrary<PlanItem> items = Combinators.combine(
                        words(), words(), named(), named(), subItems.list().ofMaxSize(3))
                .as(PlanItem::new);
        Arbitrary<CharterText> plans = Combinators.combine(
                        words(), named(), items.list().ofMaxSize(3))
                .as((title, issuer, parts) -> new AnnualPlan(2025, title, issuer, parts));
        Arbitrary<Responsibility> responsibilities = Combinators.combine(
                        words(), Arbitraries.of(Tier.values()), words(), words(), named())
                .as(Responsibility::new);
        Arbitrary<LeadingBody> bodies = Combinators.combine(
                        named(), named(), named().list().ofMaxSize(3))
                .as(LeadingBody::new);
        Arbitrary<CharterText> lists = Combinators.combine(
                        words(),
                        named(),
                        responsibilities.list().ofMaxSize(4),
                        bodies.list().ofMaxSize(2))
                .as((title, issuer, parts, leading) -> new ResponsibilityList(2025, title, issuer, parts, leading));
        return Arbitraries.oneOf(plans, lists);
    }

    @Property(tries = 200)
    void aTextIsReadBackFromItsCanonicalForm(@ForAll("texts") CharterText text) {
        CharterText read = CharterTexts.parse(text.canonical());
        assertThat(read).isEqualTo(text);
        assertThat(read.sha256()).isEqualTo(text.sha256());
    }

    @Property(tries = 200)
    void oneCharacterMoreIsAnotherText(@ForAll("texts") CharterText text, @ForAll @IntRange(min = 0, max = 30) int at) {
        String title = text.title();
        int place = Math.min(at, title.length());
        String changed = title.substring(0, place) + "改" + title.substring(place);
        CharterText other = switch (text) {
            case AnnualPlan plan -> new AnnualPlan(plan.year(), changed, plan.issuer(), plan.items());
            case ResponsibilityList list ->
                new ResponsibilityList(
                        list.year(), changed, list.issuer(), list.responsibilities(), list.leadingBodies());
        };
        assertThat(other.sha256()).isNotEqualTo(text.sha256());
    }

    @Property(tries = 100)
    void whoIsNamedTwiceEndorsesOnce(@ForAll("texts") CharterText text) {
        List<String> endorsers = text.endorsers();
        assertThat(endorsers).doesNotHaveDuplicates();
    }

    @Property
    void everyDayLiesInItsQuarter(@ForAll @IntRange(min = 0, max = 100_000) int days) {
        LocalDate day = LocalDate.of(1900, 1, 1).plusDays(days);
        Quarter quarter = Quarter.of(day);
        assertThat(day).isBetween(quarter.first(), quarter.last());
        assertThat(quarter.next().first()).isEqualTo(quarter.last().plusDays(1));
        assertThat(quarter.next()).isGreaterThan(quarter);
    }
}
