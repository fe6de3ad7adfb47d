package org.shengmo.portal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.disclosure.Disclosure;
import org.shengmo.petition.Channel;
import org.shengmo.petition.Handling;
import org.shengmo.petition.Naming;
import org.shengmo.petition.NewPetition;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Rectifications;
import org.shengmo.petition.Sender;
import org.shengmo.petition.Topic;
import org.shengmo.pledge.NewProgramme;
import org.shengmo.pledge.Pledges;
import org.springframework.beans.factory.BeanFactory;

/** Something of each kind that anyone may read: a promise, petitions, an action put right, a publication. */
final class PublicContent {

    private static final LocalDate TODAY = PetitionDistrict.TODAY;

    private final PetitionDistrict district;
    private final List<String> paths;

    PublicContent(BeanFactory program) throws IOException {
        district = new PetitionDistrict(program);
        paths = List.of(
                promise(program.getBean(Pledges.class)),
                action(
                        program.getBean(Petitions.class),
                        program.getBean(Sender.class),
                        program.getBean(Handling.class),
                        program.getBean(Rectifications.class)),
                "/disclosure/entries/"
                        + program.getBean(Disclosure.class)
                                .add(district.in("water-clerk"), "供水水质公告", "一季度水质检测合格，联系电话13800138000。")
                                .id());
    }

    PetitionDistrict district() {
        return district;
    }

    /** The page of each. */
    List<String> paths() {
        return paths;
    }

    private String promise(Pledges pledges) throws IOException {
        UUID person = UUID.randomUUID();
        Actor manager = new Actor(
                person, UUID.randomUUID(), "", Set.of(Permission.of("pledge.manage")), new Scope.All(), List.of());
        UUID promise = pledges.announce(
                        manager,
                        district.body("government"),
                        new NewProgramme(
                                TODAY.getYear(),
                                "E" + person.toString().substring(0, 8),
                                "饮水安全工程",
                                List.of(new NewProgramme.NewPromise(
                                        "S" + person.toString().substring(0, 8),
                                        "三个村接通自来水",
                                        "村民在家打开龙头就有合格的水。",
                                        district.post("water-head"),
                                        district.body("water"),
                                        new BigDecimal("1200000.00"),
                                        List.of(
                                                new NewProgramme.NewMilestone("开工", TODAY.plusMonths(1)),
                                                new NewProgramme.NewMilestone("通水", TODAY.plusMonths(6)))))))
                .promises()
                .getFirst()
                .id();
        pledges.spend(manager, promise, new BigDecimal("300000.00"), TODAY, "管材采购");
        pledges.photograph(manager, promise, picture(), "管材进场");
        pledges.judge(promise, UUID.randomUUID().toString(), true, "已经看到施工");
        return "/pledges/" + promise;
    }

    private String action(Petitions petitions, Sender sender, Handling handling, Rectifications rectifications)
            throws IOException {
        for (String text : List.of("自来水发黄有异味。", "水龙头出来的水浑浊。", "饮水有铁锈味。")) {
            String code = petitions
                    .submit(NewPetition.of(
                            Channel.WEB,
                            Naming.ANONYMOUS,
                            Topic.WATER,
                            text,
                            district.body("village"),
                            NewPetition.Who.NOBODY))
                    .code();
            UUID id = ((Sender.FollowedPetition) sender.follow(code).orElseThrow())
                    .petition()
                    .id();
            handling.passOn(district.in("desk"), id, Topic.WATER, district.body("water"), "");
        }
        UUID action = rectifications.open(
                district.in("desk"),
                new Rectifications.NewRectification(
                        Topic.WATER,
                        district.body("town"),
                        TODAY.minusMonths(1),
                        "石桥村供水管网改造",
                        "水质每月检测合格",
                        "管网使用二十年，水质浑浊",
                        district.post("water-head"),
                        TODAY.plusMonths(3),
                        List.of(new Rectifications.NewStep("检测水质", TODAY.plusDays(20)))));
        rectifications.prove(district.in("water-head"), action, picture(), false, "改造前的水样");
        rectifications.step(district.in("water-head"), action, 1, "五处水样三处浑浊。");
        return "/petitions/rectifications/" + action;
    }

    /** A small picture. */
    static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
