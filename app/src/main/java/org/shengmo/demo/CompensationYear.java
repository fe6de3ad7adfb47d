package org.shengmo.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shengmo.access.Actor;
import org.shengmo.compensation.Compensation;
import org.shengmo.compensation.Deviation;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.TableRow;
import org.shengmo.organization.Body;
import org.shengmo.organization.Organization;
import org.shengmo.ruler.check.Family;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo year's compensation: parcels and structures of a few villages paid by the published standard, some of them not;
 * each deviation explained and accepted, or corrected, within its time.
 */
@Component
@Profile("demo")
class CompensationYear {

    private static final String HEAD = "D21-01";
    private static final String CLERK = "D21-02";
    private static final int LINES = 480;
    private static final int VILLAGES = 12;
    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"");

    private final Cast cast;
    private final Organization organization;
    private final Measurements measurements;
    private final Compensation compensation;
    private final Map<LocalDate, Runnable> days = new TreeMap<>();

    CompensationYear(Cast cast, Organization organization, Measurements measurements, Compensation compensation) {
        this.cast = cast;
        this.organization = organization;
        this.measurements = measurements;
        this.compensation = compensation;
    }

    void set(int year) {
        days.clear();
        days.put(LocalDate.of(year, 9, 8), this::measure);
    }

    void work(LocalDate day) {
        List<LocalDate> due =
                days.keySet().stream().filter(each -> !each.isAfter(day)).toList();
        due.forEach(each -> days.remove(each).run());
    }

    private void measure() {
        Actor clerk = cast.in(CLERK);
        LocalDate today = cast.today();
        UUID dataset = measurements.open(clerk, Family.COMPENSATION, today.getYear() + "年河西片区征收补偿");
        List<Price> prices = prices();
        put(clerk, dataset, "parcels", csv("land", prices, today));
        put(clerk, dataset, "structures", csv("structure", prices, today));
        UUID run = measurements.start(clerk, dataset, List.of(Family.COMPENSATION.code()), today, Map.of());
        measurements.await(run);
        days.put(today.plusDays(6), () -> explain(run));
        days.put(today.plusDays(13), () -> close(run));
    }

    private void put(Actor clerk, UUID dataset, String register, String csv) {
        measurements.put(clerk, dataset, register, register + ".csv", csv.getBytes(StandardCharsets.UTF_8), false);
    }

    /** A row of the published standard in force since 2023. */
    private record Price(String item, String zone, String kind, String decoration, BigDecimal unit) {}

    private static List<Price> prices() {
        return TableRow.all(TableRow.check("compensation-deviation").orElseThrow()).stream()
                .filter(row -> row.table().equals("unit_price"))
                .filter(row -> row.conditions().get(4).test().contains(">="))
                .map(row -> new Price(
                        word(row.conditions().get(0).test()),
                        word(row.conditions().get(1).test()),
                        word(row.conditions().get(2).test()),
                        word(row.conditions().get(3).test()),
                        new BigDecimal(row.outputs().getFirst())))
                .toList();
    }

    private static String word(String test) {
        Matcher found = WORD.matcher(test);
        return found.find() ? found.group(1) : "";
    }

    private String csv(String item, List<Price> all, LocalDate today) {
        List<Price> prices =
                all.stream().filter(price -> price.item().equals(item)).toList();
        boolean land = item.equals("land");
        StringBuilder csv = new StringBuilder(
                land
                        ? "parcel_id,household_id,township,village,zone,class,area,taken_on,paid\n"
                        : "structure_id,parcel_id,household_id,township,village,zone,structure,decoration,area,taken_on,paid\n");
        Body township = organization.bodyByCode("T03").orElseThrow();
        List<Body> villages = organization.childrenOf(township.id());
        for (int i = 0; i < (land ? LINES : LINES / 2); i++) {
            Price price = prices.get(Chance.of(prices.size(), item, i, "price"));
            Body village = villages.get(i % Math.min(VILLAGES, villages.size()));
            BigDecimal area = BigDecimal.valueOf(40L + Chance.of(400, item, i, "area"));
            BigDecimal paid = price.unit()
                    .multiply(area)
                    .setScale(2, RoundingMode.HALF_UP)
                    .add(slip(item, i));
            List<String> cells = new ArrayList<>();
            cells.add((land ? "L" : "S") + "%04d".formatted(i + 1));
            if (!land) {
                cells.add("L%04d".formatted(i + 1));
            }
            cells.add("H%04d".formatted(i + 1));
            cells.add(township.name());
            cells.add(village.name());
            cells.add(price.zone().isEmpty() ? "一类区" : price.zone());
            cells.add(price.kind());
            if (!land) {
                cells.add(price.decoration());
            }
            cells.add(area.toPlainString());
            cells.add(today.minusDays(30L + Chance.of(150, item, i, "day")).toString());
            cells.add(paid.toPlainString());
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }

    /** One line in thirty is paid otherwise: a slip of the pen, or a little more than others. */
    private static BigDecimal slip(String item, int line) {
        return switch (Chance.of(90, item, line, "slip")) {
            case 0 -> new BigDecimal("600.00");
            case 1 -> new BigDecimal("-450.00");
            case 2 -> new BigDecimal("88.80");
            default -> BigDecimal.ZERO;
        };
    }

    private void explain(UUID run) {
        Actor clerk = cast.in(CLERK);
        for (Deviation each : compensation.of(run)) {
            Optional<BigDecimal> due = each.details().due();
            if (due.isPresent() && Chance.of(3, each.details().line()) > 0) {
                BigDecimal difference = due.get().subtract(each.details().paid());
                String how = difference.signum() > 0 ? "补付 " : "退回 ";
                compensation.correct(
                        clerk, each.id(), due.get(), how + difference.abs().toPlainString() + " 元，见支付凭证。");
            } else {
                compensation.explain(clerk, each.id(), "含青苗补助，另有评估报告，附后。");
            }
        }
    }

    private void close(UUID run) {
        for (Deviation each : compensation.of(run)) {
            if (each instanceof Deviation.Explained) {
                compensation.judge(cast.in(HEAD), each.id(), true, "评估报告和签收单齐全，属实。");
            }
        }
    }
}
