package org.shengmo.petition.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.organization.Directory;
import org.shengmo.petition.Rectifications.Cluster;
import org.shengmo.petition.Rectifications.Monthly;
import org.shengmo.petition.Topic;

/**
 * Topics over months and over townships, as grids whose shade grows with the number; each cell holds its number, so that the
 * grid is its own table.
 *
 * @param months totals by month, in order
 */
public record TopicMap(
        List<Topic> topics,
        List<YearMonth> months,
        Map<YearMonth, Integer> totals,
        Map<Topic, Map<YearMonth, Integer>> byMonth,
        List<Area> areas,
        List<Cluster> largest,
        int total) {

    private static final int SHADES = 5;
    private static final int LARGEST = 12;

    public TopicMap {
        topics = List.copyOf(topics);
        months = List.copyOf(months);
        areas = List.copyOf(areas);
        largest = List.copyOf(largest);
    }

    /** A township with its petitions by topic. */
    public record Area(UUID id, String name, int total, Map<Topic, Integer> byTopic) {}

    static TopicMap of(List<Monthly> monthly, List<Cluster> clusters, Directory directory) {
        Map<Topic, Map<YearMonth, Integer>> byMonth = new LinkedHashMap<>();
        Map<YearMonth, Integer> totals = new java.util.TreeMap<>();
        monthly.forEach(each -> {
            byMonth.computeIfAbsent(each.topic(), topic -> new LinkedHashMap<>())
                    .put(each.month(), each.petitions());
            totals.merge(each.month(), each.petitions(), Integer::sum);
        });
        List<Topic> topics = byMonth.keySet().stream()
                .sorted(Comparator.comparingInt((Topic topic) -> -sum(byMonth.get(topic))))
                .toList();
        Map<UUID, Map<Topic, Integer>> byArea = new LinkedHashMap<>();
        clusters.forEach(each -> byArea.computeIfAbsent(each.area(), area -> new LinkedHashMap<>())
                .put(each.topic(), each.petitions()));
        List<Area> areas = new ArrayList<>();
        byArea.forEach((area, counts) -> areas.add(new Area(area, Places.name(directory, area), sum(counts), counts)));
        areas.sort(Comparator.comparingInt(Area::total).reversed());
        return new TopicMap(
                topics,
                List.copyOf(totals.keySet()),
                totals,
                byMonth,
                areas,
                clusters.stream().limit(LARGEST).toList(),
                sum(totals));
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Petitions of a topic in a month. */
    public int in(Topic topic, YearMonth month) {
        return byMonth.getOrDefault(topic, Map.of()).getOrDefault(month, 0);
    }

    /** A number's shade among the cells of a grid, 0 to 5. */
    public int shade(int number, int most) {
        return number == 0 || most == 0 ? 0 : 1 + (SHADES - 1) * number / Math.max(1, most);
    }

    /** The largest cell of topics by month. */
    public int mostInMonth() {
        return byMonth.values().stream()
                .flatMap(each -> each.values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** The largest cell of townships by topic. */
    public int mostInArea() {
        return areas.stream()
                .flatMap(each -> each.byTopic().values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** The township of a cluster, by name. */
    public String areaName(UUID id) {
        return areas.stream()
                .filter(each -> each.id().equals(id))
                .map(Area::name)
                .findFirst()
                .orElse("");
    }
}
