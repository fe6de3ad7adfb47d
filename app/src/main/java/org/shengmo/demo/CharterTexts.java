package org.shengmo.demo;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shengmo.charter.AnnualPlan;
import org.shengmo.charter.LeadingBody;
import org.shengmo.charter.Named;
import org.shengmo.charter.PlanItem;
import org.shengmo.charter.Responsibility;
import org.shengmo.charter.ResponsibilityList;
import org.shengmo.charter.SubItem;
import org.shengmo.charter.Tier;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo district's responsibility list and plan: 17 responsibilities, 8 items, 53 sub-items. */
@Component
@Profile("demo")
class CharterTexts {

    private static final List<BodyKind> BOUND = List.of(
            BodyKind.COMMITTEE, BodyKind.GOVERNMENT, BodyKind.DISCIPLINE, BodyKind.DEPARTMENT, BodyKind.TOWNSHIP);

    private final Organization organization;
    private final Names names = new Names();

    CharterTexts(Organization organization) {
        this.organization = organization;
        // The founding drew its names from the same well: these begin after them.
        for (int drawn = 0; drawn < Founding.PEOPLE; drawn++) {
            names.next();
        }
    }

    /** A name that nobody bears yet. */
    String name() {
        return names.next();
    }

    ResponsibilityList list(int year) {
        Named issuer = body("QW");
        Named principal = post("QW-01");
        List<Responsibility> responsibilities = Table.rows("responsibilities.tsv").stream()
                .map(row -> new Responsibility(
                        row.get(1),
                        switch (row.get(0)) {
                            case "collective" -> Tier.LEADING_BODY;
                            case "principal" -> Tier.PRINCIPAL;
                            default -> Tier.MEMBER;
                        },
                        row.get(2),
                        row.get(3),
                        row.get(0).equals("principal") ? principal : issuer))
                .toList();
        List<LeadingBody> bodies = organization.bodies().stream()
                .filter(each -> BOUND.contains(each.kind()))
                .map(this::leadingBody)
                .toList();
        return new ResponsibilityList(year, year + "年临墨区党风廉政建设责任清单", issuer, responsibilities, bodies);
    }

    private LeadingBody leadingBody(Body each) {
        List<Post> posts = organization.postsOf(each.id());
        Post head = posts.stream().filter(Post::head).findFirst().orElseThrow();
        List<Named> members = posts.stream()
                .filter(post -> !post.head())
                .map(post -> new Named(post.code(), post.name()))
                .toList();
        return new LeadingBody(new Named(each.code(), each.name()), new Named(head.code(), head.name()), members);
    }

    AnnualPlan plan(int year) {
        return plan(year, "2.7", "春节、端午、中秋、国庆前后开展检查，问题点名通报。");
    }

    /** The plan with the slip put right that was found while it was being endorsed. */
    AnnualPlan correctedPlan(int year) {
        return plan(year, "2.7", "元旦、春节、清明、端午、中秋、国庆前后开展检查，问题点名通报。");
    }

    private AnnualPlan plan(int year, String code, String measure) {
        List<PlanItem> items = new ArrayList<>();
        List<List<String>> rows = Table.rows("plan.tsv");
        for (List<String> head : rows.stream().filter(row -> row.size() == 2).toList()) {
            List<SubItem> subItems = rows.stream()
                    .filter(row -> row.size() > 2 && row.get(0).startsWith(head.get(0) + "."))
                    .map(row -> subItem(year, row, row.get(0).equals(code) ? measure : row.get(6)))
                    .toList();
            items.add(new PlanItem(
                    head.get(0),
                    head.get(1),
                    subItems.getFirst().owner(),
                    subItems.getFirst().leadUnit(),
                    subItems));
        }
        return new AnnualPlan(year, year + "年临墨区党风廉政建设任务分解", body("QW"), items);
    }

    private SubItem subItem(int year, List<String> row, String measure) {
        LocalDate deadline = MonthDay.parse("--" + row.get(5)).atYear(year);
        List<Named> support = Stream.of(row.get(4).split(",", -1))
                .filter(each -> !each.isEmpty())
                .map(this::body)
                .toList();
        return new SubItem(row.get(0), row.get(1), measure, post(row.get(2)), body(row.get(3)), support, deadline);
    }

    private Named body(String code) {
        return new Named(code, organization.bodyByCode(code).orElseThrow().name());
    }

    private Named post(String code) {
        return new Named(code, organization.postByCode(code).orElseThrow().name());
    }

    String topic() {
        return "专题研究党风廉政建设：听取季度履责情况，研究存在问题";
    }

    String specialTopic() {
        return "专题研究公众评议反映的问题";
    }

    String decisions() {
        return "一、逾期未报的单位限期报送并通报；二、评议问题由分管领导领办；三、下季度重点检查专项资金。";
    }
}
