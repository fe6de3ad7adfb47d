package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.charter.LeadingBody;
import org.shengmo.charter.Named;
import org.shengmo.charter.QuarterlyReport;
import org.shengmo.charter.ResponsibilityList;
import org.shengmo.charter.Version;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;
import org.shengmo.wording.Status;

/**
 * A leading body that a list binds, with the lights of its quarterly reports.
 *
 * @param light the gravest of its members' and its own
 * @param leaders its principal, then its members
 */
public record BodyView(String name, Status light, List<Leader> leaders) {

    private static final Status NONE = Status.plain("charter.light.nothing-due");

    public BodyView {
        leaders = List.copyOf(leaders);
    }

    /**
     * A leader of the body.
     *
     * @param light the gravest light of the reports that the post owes
     * @param endorsed whether the post has endorsed the list
     */
    public record Leader(String post, Status light, boolean endorsed) {}

    /** The leading bodies of a version, with the year's reports. */
    static List<BodyView> of(Version version, List<QuarterlyReport> reports, Directory directory, LocalDate today) {
        if (!(version.details().text() instanceof ResponsibilityList list)) {
            return List.of();
        }
        Map<UUID, List<QuarterlyReport>> byPost = reports.stream()
                .collect(Collectors.groupingBy(report -> report.owed().post()));
        return list.leadingBodies().stream()
                .map(body -> of(body, version, byPost, directory, today))
                .toList();
    }

    private static BodyView of(
            LeadingBody body,
            Version version,
            Map<UUID, List<QuarterlyReport>> byPost,
            Directory directory,
            LocalDate today) {
        List<Named> posts = new ArrayList<>(List.of(body.principal()));
        posts.addAll(body.members());
        List<Leader> leaders = posts.stream()
                .map(named -> {
                    UUID post = directory.postByCode(named.code()).map(Post::id).orElse(null);
                    List<QuarterlyReport> owed = post == null ? List.of() : byPost.getOrDefault(post, List.of());
                    return new Leader(
                            named.name(),
                            light(owed, today),
                            post != null && version.details().endorsedBy(post));
                })
                .toList();
        return new BodyView(
                body.body().name(),
                TreeView.gravest(leaders.stream().map(Leader::light).toList(), NONE),
                leaders);
    }

    private static Status light(List<QuarterlyReport> owed, LocalDate today) {
        return TreeView.gravest(
                owed.stream()
                        .map(report -> QuarterlyReportPages.status(report, today))
                        .toList(),
                NONE);
    }
}
