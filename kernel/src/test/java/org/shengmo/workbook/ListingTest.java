package org.shengmo.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.shengmo.store.Ladder;
import org.shengmo.wording.Status;
import org.shengmo.wording.Words;

class ListingTest {

    /** A row: who, whether it is settled, on which day, how many yuan. */
    private record Claim(String name, boolean settled, LocalDate day, BigDecimal yuan) {
        Status state() {
            return settled ? Status.done("access.page.yes") : Status.due("access.page.no");
        }
    }

    // Words that there are anyhow; a column is called by the last of its key in the address.
    private static final Listing<Claim> LISTING = Listing.<Claim>titled("access.page.search")
            .text("access.page.product", Claim::name)
            .linked(claim -> "/claims/" + claim.name())
            .choice("access.page.choose", Claim::state)
            .date("access.page.home", Claim::day)
            .money("access.page.account", Claim::yuan)
            .sorted("-home");

    private static final List<Claim> CLAIMS = List.of(
            new Claim("周正", true, LocalDate.of(2025, 3, 1), new BigDecimal("1258000")),
            new Claim("安然", false, LocalDate.of(2025, 1, 15), new BigDecimal("980.50")),
            new Claim("Bao", false, null, null));

    private static final Listing.Speech CHINESE =
            new Listing.Speech(Words.of(Ladder.read()), Locale.SIMPLIFIED_CHINESE);

    private static ListingRequest asked(String... pairs) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], pairs[i + 1]);
        }
        return new ListingRequest("/claims", parameters);
    }

    private static List<Object> names(ListingView view) {
        return view.rows().stream().map(row -> row.cells().getFirst().value()).toList();
    }

    private static ListingView show(String... pairs) {
        return LISTING.show(CLAIMS, asked(pairs), CHINESE);
    }

    @Test
    void withoutAskingTheListsOwnOrderHoldsAndWhatHasNoValueComesLast() {
        assertThat(names(show())).containsExactly("周正", "安然", "Bao");
        assertThat(names(show("sort", "home"))).containsExactly("安然", "周正", "Bao");
        assertThat(show().heads().get(2).order()).isEqualTo("descending");
        assertThat(show().heads().getFirst().order()).isEqualTo("none");
    }

    @Test
    void chineseIsSortedByItsSoundAndNumbersByTheirSize() {
        assertThat(names(show("sort", "product"))).containsSubsequence("安然", "周正");
        assertThat(names(show("sort", "account"))).containsExactly("安然", "周正", "Bao");
        assertThat(names(show("sort", "no-such-column"))).containsExactly("周正", "安然", "Bao");
    }

    @Test
    void pressingAHeadSortsAndPressingAgainTurns() {
        assertThat(show().heads().getFirst().href()).isEqualTo("/claims?sort=product");
        assertThat(show("sort", "product").heads().getFirst().href()).isEqualTo("/claims?sort=-product");
        assertThat(show("sort", "-product").heads().getFirst().href()).isEqualTo("/claims?sort=product");
    }

    @Test
    void aChoiceNarrowsAndTellsHowManyThereAre() {
        ListingView view = show("choose", "access.page.no");
        assertThat(names(view)).containsExactly("安然", "Bao");
        assertThat(view.total()).isEqualTo(2);
        assertThat(view.unfiltered()).isEqualTo(3);
        assertThat(view.narrowed()).isTrue();
        assertThat(view.filters().getFirst())
                .isInstanceOfSatisfying(
                        ListingView.ChoiceFilter.class,
                        filter -> assertThat(filter.options())
                                .extracting(ListingView.Option::code, ListingView.Option::count)
                                .containsExactlyInAnyOrder(
                                        org.assertj.core.groups.Tuple.tuple("access.page.no", 2),
                                        org.assertj.core.groups.Tuple.tuple("access.page.yes", 1)));
    }

    @Test
    void whatIsBlankIsNoChoiceOrAllWouldBeIt() {
        Listing<Claim> listing = Listing.<Claim>titled("access.page.search")
                .choice("access.page.choose", claim -> claim.settled() ? claim.name() : "");
        assertThat(listing.show(CLAIMS, asked(), CHINESE).filters().getFirst())
                .isInstanceOfSatisfying(
                        ListingView.ChoiceFilter.class,
                        filter -> assertThat(filter.options())
                                .extracting(ListingView.Option::code)
                                .containsExactly("周正"));
    }

    @Test
    void daysNarrowFromAndUntilBothIncluded() {
        assertThat(names(show("home.from", "2025-01-15", "home.until", "2025-02-28")))
                .containsExactly("安然");
        assertThat(names(show("home.until", "2025-03-01"))).containsExactly("周正", "安然");
        assertThat(names(show("home.from", "31 February")))
                .as("no day asks for nothing")
                .hasSize(3);
    }

    @Test
    void wordsAreLookedForInWhatIsSaidWhateverTheCase() {
        assertThat(names(show("q", "bAO"))).containsExactly("Bao");
        assertThat(names(show("q", "是"))).as("the state's words").containsExactly("周正");
        assertThat(names(show("q", "nobody"))).isEmpty();
        assertThat(show("q", "nobody").pages()).isEqualTo(1);
    }

    @Test
    void pagesHoldTwentyUnlessAskedOtherwiseAndAPageTooFarIsTheLast() {
        List<Claim> many = IntStream.range(0, 45)
                .mapToObj(i -> new Claim(
                        "%02d".formatted(i), true, LocalDate.of(2025, 1, 1).plusDays(i), null))
                .toList();
        ListingView first = LISTING.show(many, asked(), CHINESE);
        assertThat(first.rows()).hasSize(20);
        assertThat(first.pages()).isEqualTo(3);
        assertThat(LISTING.show(many, asked("page", "99"), CHINESE).page()).isEqualTo(3);
        assertThat(LISTING.show(many, asked("page", "3"), CHINESE).rows()).hasSize(5);
        assertThat(LISTING.show(many, asked("size", "50"), CHINESE).rows()).hasSize(45);
        assertThat(LISTING.show(many, asked("size", "1000000"), CHINESE).rows()).hasSize(20);
        assertThat(LISTING.show(many, asked("page", "-1"), CHINESE).page()).isEqualTo(1);
    }

    @Test
    void theAddressHoldsTheViewAndAChangeLeadsToItsFirstPage() {
        ListingRequest request =
                asked("q", "周 正&co", "choose", "access.page.yes", "page", "3", "sort", "-home", "blank", " ");
        assertThat(request.atPage(4))
                .isEqualTo("/claims?q=%E5%91%A8+%E6%AD%A3%26co&choose=access.page.yes&page=4&sort=-home");
        assertThat(request.with("sort", "home"))
                .isEqualTo("/claims?q=%E5%91%A8+%E6%AD%A3%26co&choose=access.page.yes&sort=home");
        assertThat(request.with("choose", null)).doesNotContain("choose").doesNotContain("page=");
        assertThat(request.with("format", "xlsx")).endsWith("format=xlsx");
        assertThat(asked("format", "xlsx").with("sort", "home")).isEqualTo("/claims?sort=home");
    }

    @Test
    void theWorkbookHasEveryRowThatPassesInItsOrderWithRealDaysAndNumbers() throws IOException {
        byte[] file = LISTING.workbook(CLAIMS, asked("home.from", "2025-01-01", "size", "20"), CHINESE);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("绳墨");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("周正");
            assertThat(rows.get(1).getCellText(1)).isEqualTo("是");
            Cell day = rows.get(1).getCell(2);
            assertThat(day.asDate().toLocalDate()).isEqualTo(LocalDate.of(2025, 3, 1));
            assertThat(rows.get(1).getCell(3).asNumber()).isEqualByComparingTo("1258000");
        }
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThatThrownBy(() -> LISTING.text("docket.field.home", Claim::name))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
