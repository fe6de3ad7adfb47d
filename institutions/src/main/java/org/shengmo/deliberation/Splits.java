package org.shengmo.deliberation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.springframework.stereotype.Component;

/** Finds matters that were split to stay below: each went to a lower decider than all together would have. */
@Component
class Splits {

    private static final List<String> KEYS = List.of("project", "supplier", "place", "body");

    private final Rulebook rulebook;
    private final Competences competences;
    private final Organization organization;

    Splits(Rulebook rulebook, Competences competences, Organization organization) {
        this.rulebook = rulebook;
        this.competences = competences;
        this.organization = organization;
    }

    List<Split> among(List<Matter> matters, LocalDate today) {
        List<Matter.Details> small = matters.stream()
                .filter(matter -> !(matter instanceof Matter.Withdrawn))
                .map(Matter::details)
                .filter(each -> each.what().kind().hasAmount())
                .sorted(Comparator.comparing(Matter.Details::proposedOn).thenComparingLong(Matter.Details::number))
                .toList();
        List<Split> found = new ArrayList<>();
        for (String key : KEYS) {
            Ruling window = rulebook.decide(Matters.SPLITTING, today, Map.of("by", key));
            Map<String, List<Matter.Details>> groups = new TreeMap<>();
            for (Matter.Details each : small) {
                String value = valueOf(key).apply(each.what());
                if (!value.isBlank()) {
                    groups.computeIfAbsent(each.what().kind() + " " + value, name -> new ArrayList<>())
                            .add(each);
                }
            }
            groups.values().forEach(group -> largest(key, group, window, found));
        }
        found.sort(Comparator.comparing(Split::sum).reversed());
        return withoutRepeats(found);
    }

    private Function<NewMatter, String> valueOf(String key) {
        return switch (key) {
            case "project" -> NewMatter::project;
            case "supplier" -> NewMatter::supplier;
            case "place" -> NewMatter::place;
            default -> what -> organization.body(what.body()).name();
        };
    }

    /** The window of matters with the largest sum, if that would have gone to the committee. */
    private void largest(String key, List<Matter.Details> group, Ruling window, List<Split> found) {
        int days = window.integer("days");
        List<Matter.Details> best = List.of();
        BigDecimal most = BigDecimal.ZERO;
        for (int first = 0; first < group.size(); first++) {
            LocalDate end = group.get(first).proposedOn().plusDays(days);
            List<Matter.Details> within = group.subList(first, group.size()).stream()
                    .filter(each -> each.proposedOn().isBefore(end))
                    .toList();
            BigDecimal sum = within.stream().map(each -> each.what().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(most) > 0) {
                best = within;
                most = sum;
            }
        }
        if (best.size() > 1) {
            Matter.Details last = best.getLast();
            Business kind = last.what().kind();
            int together = level(last, most);
            if (best.stream().allMatch(each -> level(each, each.what().amount()) < together)) {
                found.add(new Split(
                        key,
                        valueOf(key).apply(last.what()),
                        kind,
                        best.stream().map(Matter.Details::id).toList(),
                        most,
                        days,
                        window.citations()));
            }
        }
    }

    private int level(Matter.Details matter, BigDecimal amount) {
        return competences.level(matter.what().kind(), amount, matter.proposedOn());
    }

    /** The same matters found by a second likeness are told once. */
    private static List<Split> withoutRepeats(List<Split> found) {
        List<Split> kept = new ArrayList<>();
        for (Split each : found) {
            if (kept.stream().noneMatch(other -> other.matters().containsAll(each.matters()))) {
                kept.add(each);
            }
        }
        return List.copyOf(kept);
    }
}
