package org.shengmo.entitlement.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.access.web.Page;
import org.shengmo.entitlement.Entitlement;
import tools.jackson.databind.ObjectMapper;

/** A run by township, for a chart, and by village, for tiles. */
public record VillageCharts(List<Township> townships, int most) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public VillageCharts {
        townships = List.copyOf(townships);
    }

    /** A township with its villages. */
    public record Township(String name, int found, BigDecimal atStake, List<Entitlement.Village> villages) {
        public Township {
            villages = List.copyOf(villages);
        }
    }

    static VillageCharts of(List<Entitlement.Village> villages) {
        Map<String, List<Entitlement.Village>> byTownship = new LinkedHashMap<>();
        villages.forEach(each -> byTownship
                .computeIfAbsent(each.township(), name -> new ArrayList<>())
                .add(each));
        List<Township> townships = new ArrayList<>();
        byTownship.forEach((name, of) -> townships.add(new Township(
                name,
                of.stream().mapToInt(Entitlement.Village::found).sum(),
                of.stream().map(Entitlement.Village::atStake).reduce(BigDecimal.ZERO, BigDecimal::add),
                of)));
        return new VillageCharts(
                townships,
                villages.stream().mapToInt(Entitlement.Village::found).max().orElse(0));
    }

    /** How full a tile is, in five steps. */
    public int step(Entitlement.Village village) {
        return most == 0 ? 0 : (int) Math.ceil(5.0 * village.found() / most);
    }

    /** What the chart draws. */
    public String json(Page page) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("categories", townships.stream().map(Township::name).toList());
        chart.put(
                "series",
                List.of(
                        Map.of(
                                "name",
                                page.say("entitlement.villages.found"),
                                "values",
                                townships.stream().map(Township::found).toList()),
                        Map.of(
                                "name",
                                page.say("entitlement.villages.stake"),
                                "values",
                                townships.stream().map(Township::atStake).toList(),
                                "second",
                                true)));
        // Inside a script element nothing is escaped but the end of the element.
        return JSON.writeValueAsString(chart).replace("<", "\\u003c");
    }
}
