package org.shengmo.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.Calendar;
import org.shengmo.disclosure.Disclosure;
import org.shengmo.disclosure.InformationRequest;
import org.shengmo.disclosure.NewRequest;
import org.shengmo.disclosure.Publication;
import org.shengmo.disclosure.RequestAnswer;
import org.shengmo.disclosure.Requests;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo year's disclosure: offices publish what acts brought about, mostly in time; people ask, and are answered. */
@Component
@Profile("demo")
class DisclosureYear {

    private static final String OFFICE = "QW-10";
    private static final int ONE_IN = 4;
    private static final List<String> ASKED = List.of(
            "D13|2024年义务教育学校生均公用经费的标准和拨付情况",
            "D17|2024年城乡低保资金的支出总额和户数",
            "D19|2024年“三公”经费决算表",
            "D21|石桥片区土地征收补偿方案和批准文件",
            "D22|北河断面2024年水质监测月报",
            "D23|老旧小区改造项目清单和验收情况",
            "D24|南桥大桥维修工程的招标文件和中标价",
            "D25|农村饮水安全工程水质检测报告",
            "D26|高标准农田建设项目的实施方案",
            "D29|社区卫生服务中心药品采购目录",
            "D33|食品安全抽检不合格名单及处理结果",
            "D37|生活垃圾清运服务合同",
            "T01|南桥镇2024年村级公益事业奖补资金分配表",
            "T03|宅基地使用情况审核结果");
    private static final List<String> SURNAMES = List.of("何", "罗", "宋", "谢", "韩", "唐", "冯", "邓", "曹", "彭");
    private static final List<String> GIVEN = List.of("知远", "思源", "文澜", "雨桐", "景行", "清和", "若谷", "望舒");

    private final Cast cast;
    private final Calendar calendar;
    private final Disclosure disclosure;
    private final Requests requests;
    private final Map<UUID, String> codes = new HashMap<>();

    DisclosureYear(Cast cast, Calendar calendar, Disclosure disclosure, Requests requests) {
        this.cast = cast;
        this.calendar = calendar;
        this.disclosure = disclosure;
        this.requests = requests;
    }

    /** A working day. */
    void work(LocalDate day) {
        publish(day);
        if (Chance.of(ONE_IN, day, "asks") == 0) {
            ask(day);
        }
        for (InformationRequest request : new ArrayList<>(requests.readableBy(cast.in(OFFICE)))) {
            cast.in(request.details().officer()).ifPresent(officer -> handle(day, officer, request));
        }
    }

    /** Ninety-five of a hundred in time, four late, one let slip. */
    private void publish(LocalDate day) {
        for (Publication.Owed owed : disclosure.owedBy(cast.in(OFFICE))) {
            Publication.Details details = owed.details();
            int temper = Chance.of(100, details.title(), details.due());
            LocalDate planned = temper < 95
                    ? details.due().minusDays(1 + Chance.of(16, details.title()))
                    : temper < 99 ? details.due().plusDays(1 + Chance.of(7, details.title())) : LocalDate.MAX;
            Optional<Actor> officer = cast.in(details.officer());
            if (!day.isBefore(planned) && officer.isPresent()) {
                disclosure.publish(officer.get(), owed.id(), details.title(), details.text());
            }
        }
    }

    private void ask(LocalDate day) {
        String[] asked = ASKED.get(Chance.of(ASKED.size(), day, "what")).split("\\|", -1);
        String name = SURNAMES.get(Chance.of(SURNAMES.size(), day, "surname"))
                + GIVEN.get(Chance.of(GIVEN.size(), day, "given"));
        String token = "demo-request-of-" + day;
        String code = requests.submit(new NewRequest(
                        NewRequest.Channel.WEB,
                        new NewRequest.Applicant(
                                NewRequest.ApplicantKind.PERSON, name, "演示证件" + Chance.of(9000, day), "演示邮箱"),
                        cast.body(asked[0]),
                        asked[1],
                        NewRequest.Form.ELECTRONIC,
                        token,
                        null))
                .code();
        requests.follow(code).ifPresent(request -> codes.put(request.id(), code));
    }

    private void handle(LocalDate day, Actor officer, InformationRequest request) {
        InformationRequest.Details details = request.details();
        int temper = Chance.of(100, details.handle(), "temper");
        int since = calendar.workingDaysBetween(details.receivedOn(), day);
        switch (request) {
            case InformationRequest.Incomplete incomplete -> supply(day, incomplete, temper);
            case InformationRequest.Consulting consulting -> {
                if (temper % 3 != 0 && calendar.workingDaysBetween(consulting.since(), day) >= 6) {
                    requests.consulted(officer, request.id(), temper % 2 == 0, temper % 2 == 0 ? "" : "合同含报价明细，属商业秘密。");
                }
            }
            case InformationRequest.Received received -> received(day, officer, details, temper, since);
            default -> {}
        }
    }

    private void supply(LocalDate day, InformationRequest.Incomplete incomplete, int temper) {
        String code = codes.get(incomplete.id());
        if (code != null && temper % 4 != 0 && day.isAfter(incomplete.until().minusDays(6))) {
            requests.supply(code, "请提供2024年全年的数据。");
        }
    }

    private void received(LocalDate day, Actor officer, InformationRequest.Details details, int temper, int since) {
        if (temper < 10 && details.supplied().isEmpty() && since >= 2) {
            if (since <= 6) {
                requests.askCompletion(officer, details.id(), "请说明需要哪一年度的信息。", day.plusDays(14));
                return;
            }
        }
        if (temper >= 10 && temper < 22 && details.third() == null && since >= 3) {
            requests.consult(officer, details.id(), "合同相对方");
        } else if (temper >= 22
                && temper < 30
                && details.extendedDays() == 0
                && since >= 15
                && !day.isAfter(details.due())) {
            cast.in(headOf(details)).ifPresent(head -> extend(head, details));
        } else if (!day.isBefore(planned(details, temper))) {
            answer(officer, details, temper);
        }
    }

    private void extend(Actor head, InformationRequest.Details details) {
        if (head.may(Disclosure.LEAD)) {
            requests.extend(head, details.id(), 10 + Chance.of(11, details.handle()), "涉及多个年度纸质档案，需要逐卷查找。");
        }
    }

    private UUID headOf(InformationRequest.Details details) {
        return cast.headOf(details.body());
    }

    private static LocalDate planned(InformationRequest.Details details, int temper) {
        if (temper < 94) {
            return details.due().minusDays(1 + Chance.of(14, details.handle()));
        }
        return temper < 98 ? details.due().plusDays(1 + Chance.of(4, details.handle())) : LocalDate.MAX;
    }

    private void answer(Actor officer, InformationRequest.Details details, int temper) {
        if (details.third() != null && Boolean.FALSE.equals(details.third().agrees())) {
            requests.answer(officer, details.id(), RequestAnswer.PARTLY, "提供合同正文；报价明细涉及商业秘密，第三方不同意公开且理由合理。");
            return;
        }
        switch (temper % 10) {
            case 0 -> requests.answer(officer, details.id(), RequestAnswer.NOT_HELD, "经检索，没有您申请的信息。");
            case 1 -> requests.answer(officer, details.id(), RequestAnswer.PROCESS, "该方案仍在讨论，属过程性信息，定稿后将主动公开。");
            case 2 -> requests.answer(officer, details.id(), RequestAnswer.ALREADY_PUBLIC, "已在信息公开栏目公布，可以直接查阅。");
            case 3 -> requests.answer(officer, details.id(), RequestAnswer.NOT_OURS, "请向区财政局申请。");
            case 4 -> requests.answer(officer, details.id(), RequestAnswer.PARTLY, "提供汇总表；名单涉及个人隐私，未予提供。");
            default -> requests.answer(officer, details.id(), RequestAnswer.DISCLOSED, "已按您要求的形式提供，见附表。");
        }
    }
}
