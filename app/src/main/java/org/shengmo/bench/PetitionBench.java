package org.shengmo.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Reach;
import org.shengmo.petition.Grams;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Topic;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Search in many petitions, through the call that the pages and the API make, as the petition office (all bodies) and as a
 * bureau (its own). The rows are put in at once, with the pieces that intake would put in; nothing else is made up.
 */
public final class PetitionBench {

    private static final int BATCH = 2000;
    private static final int WARMING = 60;
    private static final int SHOWN = 50;
    private static final int BUREAUS = 20;
    private static final List<String> WHERE =
            List.of("村东头", "村西口", "小学门前", "卫生室旁", "老街中段", "河堤南侧", "水塔附近", "集市北头", "祠堂门口", "砖厂路口", "敬老院旁", "加油站对面");
    private static final List<String> WHAT = List.of(
            "路面坑洼积水",
            "没有路灯",
            "公交班次太少",
            "自来水发黄有异味",
            "经常停水",
            "灌溉渠堵塞",
            "房产证一直办不下来",
            "宅基地面积登记错误",
            "单位没有缴社会保险",
            "养老金少发",
            "异地就医报销不了",
            "征地补偿款没有到位",
            "工厂夜里排放刺鼻气味",
            "垃圾长期没有人清运",
            "幼儿园学位不足",
            "低保申请没有回音",
            "小区电梯经常故障",
            "工钱拖欠几个月",
            "村务公开栏一年没有更新",
            "买到过期食品");
    private static final List<String> SINCE =
            List.of("已经半个多月", "从春节后一直这样", "去年就反映过一次", "涉及三十多户人家", "老人和孩子都受影响", "至今没有人来看过");

    private final JdbcTemplate rows;
    private final Organization organization;
    private final Posts posts;
    private final Petitions petitions;
    private final LocalDate today;
    private final Random random = new Random(20250303);
    private final List<UUID> bureaus = new ArrayList<>();
    private final List<UUID> villages = new ArrayList<>();
    private UUID town;
    private Actor office;
    private Actor bureau;

    public PetitionBench(JdbcTemplate rows, Organization organization, Posts posts, Petitions petitions, Clock clock) {
        this.rows = rows;
        this.organization = organization;
        this.posts = posts;
        this.petitions = petitions;
        this.today = LocalDate.now(clock);
    }

    /**
     * What searches for one sort of words took.
     *
     * @param sort key of the sort's name
     * @param found mean number of petitions shown
     * @param median milliseconds
     * @param late milliseconds that nineteen of twenty did not exceed
     */
    public record Timing(String sort, int searches, double found, double median, double late) {}

    /** Founds a small district and puts so many petitions in. @return seconds it took */
    public double load(int number) {
        found();
        long start = System.nanoTime();
        for (int done = 0; done < number; done += BATCH) {
            batch(Math.min(BATCH, number - done));
        }
        rows.execute("ANALYZE petition.petition, petition.gram");
        return (System.nanoTime() - start) / 1e9;
    }

    private void found() {
        Actor by = new Actor(
                null,
                null,
                "",
                Set.of(Permission.of("organization.manage"), Permission.of("organization.appoint")),
                new Scope.All(),
                List.of());
        LocalDate first = today.minusYears(3);
        UUID government = body(by, "G", "区政府", BodyKind.GOVERNMENT, null, first);
        town = body(by, "T", "青山镇", BodyKind.TOWNSHIP, government, first);
        for (int i = 0; i < BUREAUS; i++) {
            bureaus.add(body(by, "D" + i, "第" + i + "局", BodyKind.DEPARTMENT, government, first));
            villages.add(body(by, "V" + i, "第" + i + "村", BodyKind.VILLAGE, town, first));
        }
        office = holder(by, "O", government, Reach.ALL, first, "petition.desk");
        bureau = holder(by, "B", bureaus.getFirst(), Reach.OWN_BODY, first, "petition.handle");
    }

    private UUID body(Actor by, String code, String name, BodyKind kind, UUID parent, LocalDate first) {
        return organization
                .establish(by, new NewBody(code, name, kind, parent, 1, first))
                .id();
    }

    private Actor holder(Actor by, String code, UUID body, Reach reach, LocalDate first, String permission) {
        UUID post = organization
                .createPost(by, NewPost.of(code, "科长", body, true, 1, reach, permission))
                .id();
        UUID person = organization.register(by, new NewPerson(code, "衡清")).id();
        organization.appoint(by, person, post, first);
        return posts.actor(person, post, today);
    }

    private void batch(int size) {
        List<Object[]> petition = new ArrayList<>();
        List<Object[]> grams = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            UUID body = any(bureaus);
            LocalDate day = today.minusDays(random.nextInt(900));
            String text = text();
            petition.add(new Object[] {
                id,
                bytes(),
                bytes(),
                any(List.of(Topic.values())).name(),
                any(villages),
                town,
                text.substring(0, Math.min(30, text.length())),
                text,
                day.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime(),
                day,
                body,
                day,
                day
            });
            grams.add(new Object[] {id, day, body, Grams.of(text).toArray(String[]::new)});
        }
        rows.batchUpdate("""
                INSERT INTO petition.petition (id, code, content, channel, naming, topic, place, area, title, text, published,
                  received_at, received_on, state, body, passed_on, answered_on)
                VALUES (?, ?, ?, 'WEB', 'ANONYMOUS', ?, ?, ?, ?, ?, false, ?, ?, 'ANSWERED', ?, ?, ?)
                """, petition);
        rows.batchUpdate("INSERT INTO petition.gram (petition, on_day, body, grams) VALUES (?, ?, ?, ?)", grams);
    }

    /** A text of two or three sentences with a name and a house number that hardly another has. */
    private String text() {
        return "%s%s%s，%s，请尽快处理。%s%s也有同样的问题，门牌%d号，联系人%s。"
                .formatted(
                        name(),
                        any(WHERE),
                        any(WHAT),
                        any(SINCE),
                        any(WHERE),
                        any(WHAT),
                        random.nextInt(100_000),
                        name());
    }

    /** Two characters out of some 2,000. */
    private String name() {
        return Character.toString(0x4E00 + random.nextInt(2000)) + Character.toString(0x4E00 + random.nextInt(2000));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Searches so often for each sort of words, after warming up. */
    public List<Timing> run(int searches) {
        TreeMap<String, Timing> timings = new TreeMap<>();
        for (boolean warm : new boolean[] {false, true}) {
            for (Sort sort : Sort.values()) {
                for (Actor reader : List.of(office, bureau)) {
                    String name = "bench.petitions." + sort.name().toLowerCase(java.util.Locale.ROOT)
                            + (reader.equals(office) ? ".all" : ".own");
                    timings.put(name, timing(name, sort, reader, warm ? searches : WARMING));
                }
            }
        }
        return List.copyOf(timings.values());
    }

    private enum Sort {
        COMMON,
        PHRASE,
        RARE,
        MIXED,
        ABSENT
    }

    private String words(Sort sort) {
        return switch (sort) {
            case COMMON -> any(List.of("路灯", "停水", "积水", "异味", "电梯", "工钱", "补偿", "问题", "处理"));
            case PHRASE -> any(WHERE) + any(WHAT);
            case RARE -> name();
            case MIXED -> any(WHAT).substring(0, 4) + " " + random.nextInt(100_000);
            case ABSENT -> "龘" + name();
        };
    }

    private Timing timing(String name, Sort sort, Actor reader, int searches) {
        double[] took = new double[searches];
        long found = 0;
        for (int i = 0; i < searches; i++) {
            String words = words(sort);
            long start = System.nanoTime();
            found += petitions.search(reader, words, SHOWN).size();
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        return new Timing(
                name,
                searches,
                found / (double) searches,
                took[searches / 2],
                took[Math.min(searches - 1, (int) Math.ceil(searches * 0.95) - 1)]);
    }
}
