package org.shengmo.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Accusations;
import org.shengmo.petition.Channel;
import org.shengmo.petition.Handling;
import org.shengmo.petition.Naming;
import org.shengmo.petition.NewPetition;
import org.shengmo.petition.Petition;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Receipt;
import org.shengmo.petition.Sender;
import org.shengmo.petition.Topic;
import org.shengmo.wording.Refused;
import org.shengmo.wording.Text;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo year's petitions: some seven a day, fewer towards its end; most are answered in time and solved, some late, a few
 * only at the second attempt or not at all. Everything goes through the commands that the pages call.
 */
@Component
@Profile("demo")
class PetitionYear {

    private static final System.Logger LOG = System.getLogger(PetitionYear.class.getName());
    private static final int UNTIL_FILLED = 3;
    private static final String DESK = "D08-02";
    private static final String INTAKE = "QJ-01";
    private static final List<Channel> CHANNELS = List.of(
            Channel.WEB,
            Channel.WEB,
            Channel.WEB,
            Channel.WEB,
            Channel.PHONE,
            Channel.PHONE,
            Channel.VISIT,
            Channel.VISIT,
            Channel.OUTREACH);
    private static final List<String> COMPLAINTS =
            List.of("%s在发放补贴时给亲戚多报面积。", "%s办事拖着不办，暗示要送礼。", "%s把集体的钱借给自己的企业使用。", "%s在招工时收了好处费。");

    private final Cast cast;
    private final Organization organization;
    private final Petitions petitions;
    private final Handling handling;
    private final Sender sender;
    private final Accusations accusations;
    private final Map<String, List<String>> words = new HashMap<>();
    private final List<List<String>> templates = new ArrayList<>();
    private final TreeMap<LocalDate, List<Runnable>> plan = new TreeMap<>();
    private final Map<String, List<String>> codes = new HashMap<>();
    private final Map<String, UUID> latest = new HashMap<>();
    private final Map<String, String> centres = new HashMap<>();
    private final List<Text> refusals = new ArrayList<>();
    private final Map<String, Optional<Actor>> holders = new HashMap<>();
    private Directory directory;
    private int sent;

    PetitionYear(
            Cast cast,
            Organization organization,
            Petitions petitions,
            Handling handling,
            Sender sender,
            Accusations accusations) {
        this.cast = cast;
        this.organization = organization;
        this.petitions = petitions;
        this.handling = handling;
        this.sender = sender;
        this.accusations = accusations;
    }

    /** Forgets a year and reads what this one is made of. */
    void begin() {
        plan.clear();
        codes.clear();
        latest.clear();
        centres.clear();
        refusals.clear();
        sent = 0;
        words.putAll(Table.rows("petition-words.tsv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0), Collectors.mapping(row -> row.get(1), Collectors.toList()))));
        templates.clear();
        for (List<String> row : Table.rows("petitions.tsv")) {
            for (int i = 0; i < Integer.parseInt(row.get(2)); i++) {
                templates.add(row);
            }
        }
        for (List<String> row : Table.rows("rectifications.tsv")) {
            centres.merge(row.get(1), row.get(2), (one, other) -> one + "," + other);
        }
    }

    /** Receipt codes given for petitions of a topic in a township. */
    List<String> codes(Topic topic, String township) {
        return codes.getOrDefault(topic.code() + township, List.of());
    }

    /** What comes in on a day, worked or not. */
    void receive(LocalDate day) {
        sit();
        int most = day.getMonthValue() <= 10 ? 7 : day.getMonthValue() == 11 ? 4 : 2;
        int today = most + Chance.of(3, "petitions", day);
        for (int i = 0; i < today; i++) {
            int which = i;
            attempt(day, () -> receive(day, which), this::put);
        }
        if (Chance.of(14, "accusation", day) == 0) {
            attempt(day, () -> accuse(day), this::put);
        }
    }

    /** What officers and senders do on a working day: all that was due to be done up to it. */
    void work(LocalDate day) {
        sit();
        while (!plan.isEmpty() && !plan.firstKey().isAfter(day)) {
            plan.pollFirstEntry().getValue().forEach(act -> attempt(day, act, this::put));
        }
    }

    /** Lets one petition's way end where an act is refused, and wait where a post is vacant: the year goes on. */
    void attempt(LocalDate day, Runnable act, BiConsumer<LocalDate, Runnable> again) {
        try {
            act.run();
        } catch (Vacant vacant) {
            again.accept(day.plusDays(UNTIL_FILLED), act);
        } catch (Refused refused) {
            refusals.add(refused.refusal().reason());
            LOG.log(System.Logger.Level.WARNING, "{0}: {1}", day, refused.getMessage());
        }
    }

    /** What was refused in the year; nothing should be. */
    List<Text> refusals() {
        return List.copyOf(refusals);
    }

    /** Looked up once a sitting: thousands of acts ask for the same few. */
    private Actor holder(String post) {
        return holders.computeIfAbsent(
                        post,
                        code -> cast.in(directory.postByCode(code).orElseThrow().id()))
                .orElseThrow(() -> new Vacant(post));
    }

    private UUID body(String code) {
        return directory.bodyByCode(code).orElseThrow().id();
    }

    private void sit() {
        directory = organization.directory();
        holders.clear();
    }

    /** Nobody holds the post that an act needs. */
    static final class Vacant extends RuntimeException {
        private static final long serialVersionUID = 1;

        Vacant(String post) {
            super(post);
        }
    }

    private void in(LocalDate from, int days, Runnable act) {
        put(from.plusDays(days), act);
    }

    private void put(LocalDate day, Runnable act) {
        plan.computeIfAbsent(day, key -> new ArrayList<>()).add(act);
    }

    private void receive(LocalDate day, int which) {
        int number = ++sent;
        List<String> template = templates.get(Chance.of(templates.size(), "template", day, which));
        Topic topic = Topic.of(template.get(0));
        Body township = township(topic, number);
        List<Body> villages = directory.childrenOf(township.id()).stream()
                .filter(body -> body.kind() == BodyKind.VILLAGE)
                .toList();
        Body village = villages.get(Chance.of(villages.size(), "village", number));
        Channel channel = CHANNELS.get(Chance.of(CHANNELS.size(), "channel", number));
        int naming = Chance.of(20, "naming", number);
        boolean anonymous = naming < 3;
        String text = template.get(3)
                .replace("{spot}", village.name() + word("spot", number))
                .replace("{detail}", word("detail", number));
        NewPetition petition = NewPetition.of(
                        channel,
                        anonymous ? Naming.ANONYMOUS : naming < 6 ? Naming.CONFIDENTIAL : Naming.NAMED,
                        topic,
                        text,
                        village.id(),
                        anonymous
                                ? NewPetition.Who.NOBODY
                                : new NewPetition.Who("群众" + number, "1390000%04d".formatted(number)))
                .at(word("spot", number));
        Receipt receipt = switch (channel) {
            case PHONE, VISIT -> petitions.enter(holder(DESK), petition);
            case OUTREACH -> petitions.enter(holder(township.code() + "-02"), petition);
            default -> petitions.submit(petition);
        };
        if (sender.follow(receipt.code()).orElseThrow() instanceof Sender.FollowedPetition own && !own.echo()) {
            codes.computeIfAbsent(topic.code() + township.code(), key -> new ArrayList<>())
                    .add(receipt.code());
            follow(day, own.petition(), receipt.code(), template, township, number);
        }
    }

    /** A third of a topic's petitions come from where it gathers. */
    private Body township(Topic topic, int number) {
        String[] gathered = centres.getOrDefault(topic.code(), "").split(",", -1);
        String code = !gathered[0].isEmpty() && Chance.of(3, "centre", number) == 0
                ? gathered[Chance.of(gathered.length, "which", number)]
                : "T%02d".formatted(1 + Chance.of(16, "township", number));
        return directory.bodyByCode(code).orElseThrow();
    }

    private String word(String kind, int number) {
        List<String> all = words.get(kind);
        return all.get(Chance.of(all.size(), kind, number, "word"));
    }

    /** One petition's way: who does what when, drawn from its number. */
    private void follow(
            LocalDate day, Petition petition, String code, List<String> template, Body township, int number) {
        UUID id = petition.id();
        String about = petition.details().topic().code() + township.code();
        int passing = Chance.of(100, "late", number) == 0 ? 17 : 1 + Chance.of(7, "passing", number);
        String bodyCode = template.get(1).equals("T") ? township.code() : template.get(1);
        in(day, passing, () -> {
            UUID first = latest.get(about);
            boolean joins = first != null
                    && Chance.of(25, "join", number) == 0
                    && petitions
                            .find(holder(DESK), first)
                            .filter(Petition::open)
                            .isPresent();
            if (joins) {
                handling.join(holder(DESK), id, first);
                return;
            }
            latest.put(about, id);
            boolean wrong = Chance.of(40, "wrong", number) == 0;
            pass(id, petition.details().topic(), wrong ? "D11" : bodyCode);
            if (wrong) {
                in(cast.today(), 3, () -> {
                    handling.object(holder("D11-02"), id, "该事项不属于本单位职责，建议转送主管部门。");
                    handling.decideObjection(holder(DESK), id, true, "核实同意，退回重新转送。");
                    pass(id, petition.details().topic(), bodyCode);
                    takeUp(id, code, bodyCode, template, number);
                });
            } else {
                takeUp(id, code, bodyCode, template, number);
            }
        });
    }

    private void pass(UUID id, Topic topic, String bodyCode) {
        handling.passOn(holder(DESK), id, topic, body(bodyCode), "请依法按时办理并答复。");
    }

    private void takeUp(UUID id, String code, String bodyCode, List<String> template, int number) {
        Actor[] handler = new Actor[1];
        in(cast.today(), 2 + Chance.of(9, "accept", number), () -> {
            handler[0] = holder(bodyCode + "-02");
            handling.accept(handler[0], id, "您反映的事项已收到，由本单位办理，将在六十日内书面答复。");
            LocalDate accepted = cast.today();
            int temper = Chance.of(1000, "temper", number);
            int days = temper < 4
                    ? 100
                    : temper < 45 ? 61 + Chance.of(8, "days", number) : 4 + Chance.of(40, "days", number);
            if (temper >= 45 && temper < 70) {
                days = 62 + Chance.of(20, "days", number);
                in(accepted, 50, () -> handling.extend(holder(bodyCode + "-01"), id, 30, "需要跨部门协调和工程施工，已向您说明。"));
            } else if (temper >= 70 && temper < 80) {
                in(accepted, 3, () -> handling.suspend(holder(bodyCode + "-02"), id, true, "双方意见不一，举行听证。"));
                in(accepted, 17, () -> handling.resume(holder(bodyCode + "-02"), id));
                days = 25 + Chance.of(20, "days", number);
            } else if (temper >= 80 && temper < 110) {
                in(accepted, 2, () -> handling.supervise(holder("D08-01"), id, "请尽快到现场核实。"));
            }
            in(accepted, days, () -> answer(id, code, bodyCode, template, number, 1));
        });
    }

    private void answer(UUID id, String code, String bodyCode, List<String> template, int number, int round) {
        Actor handler = holder(bodyCode + "-02");
        String text = template.get(4).replace("{detail2}", word("detail2", number + round));
        Petition.Outcome outcome =
                Chance.of(10, "outcome", number) < 8 ? Petition.Outcome.SOLVED : Petition.Outcome.EXPLAINED;
        handling.reply(handler, id, outcome, text, List.of());
        int speaks = Chance.of(100, "speaks", number, round);
        if (speaks >= 95) {
            return;
        }
        boolean solved = Chance.of(100, "solved", number, round) < (round == 1 ? 92 : 78);
        in(cast.today(), 1 + Chance.of(9, "rates", number, round), () -> {
            rate(id, code, number, round, solved, speaks < 45);
            if (!solved) {
                disagree(id, code, bodyCode, template, number, round);
            }
        });
    }

    private void rate(UUID id, String code, int number, int round, boolean solved, boolean byCode) {
        int rating = solved ? 3 + Chance.of(3, "rating", number) : 1 + Chance.of(2, "rating", number);
        String remark = Chance.of(3, "remark", number) == 0 ? word(solved ? "remark" : "unsolved", number + round) : "";
        if (byCode) {
            sender.rate(code, rating, solved, remark);
        } else {
            handling.callBack(holder(DESK), id, rating, solved, remark);
        }
    }

    private void disagree(UUID id, String code, String bodyCode, List<String> template, int number, int round) {
        int choice = Chance.of(10, "disagree", number);
        if (round == 1 && choice < 7) {
            in(cast.today(), 1, () -> {
                boolean inTime = sender.follow(code)
                        .filter(Sender.FollowedPetition.class::isInstance)
                        .map(Sender.FollowedPetition.class::cast)
                        .filter(own -> own.reopenUntil() != null)
                        .isPresent();
                if (!inTime) {
                    return;
                }
                sender.reopen(code, "问题没有解决，请再到现场看一次。");
                in(
                        cast.today(),
                        6 + Chance.of(18, "again", number),
                        () -> answer(id, code, bodyCode, template, number, 2));
            });
        } else if (round == 1 && choice < 9) {
            in(cast.today(), 3, () -> {
                sender.askReview(code, "对处理意见不服，请上级复查。");
                in(cast.today(), 12 + Chance.of(12, "review", number), () -> review(id));
            });
        }
    }

    private void review(UUID id) {
        Petitions.Review asked = petitions.reviews(id).getLast();
        handling.decideReview(
                cast.in(asked.post()).orElseThrow(() -> new Vacant("reviewer")), id, false, "经复查，原处理意见事实清楚、依据充分，予以维持。");
    }

    /** A complaint about an official: it never becomes a petition, and its figure stands nowhere. */
    private void accuse(LocalDate day) {
        String code = "T%02d".formatted(1 + Chance.of(16, "accused", day));
        Body township = directory.bodyByCode(code).orElseThrow();
        String text =
                COMPLAINTS.get(Chance.of(COMPLAINTS.size(), "complaint", day)).formatted("该镇一名干部");
        petitions.submit(
                NewPetition.of(Channel.WEB, Naming.ANONYMOUS, Topic.OTHER, text, township.id(), NewPetition.Who.NOBODY)
                        .about(new NewPetition.Accused(township.name() + "一名干部", township.id())));
        in(day, 2 + Chance.of(9, "taken", day), () -> {
            Actor intake = holder(INTAKE);
            accusations.readableBy(intake).stream()
                    .filter(each -> each.state().equals("RECEIVED"))
                    .forEach(each -> accusations.take(intake, each.id()));
        });
    }
}
