package org.shengmo.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.shengmo.access.Actor;
import org.shengmo.calendar.Calendar;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Rectification;
import org.shengmo.petition.Rectifications;
import org.shengmo.petition.Sender;
import org.shengmo.petition.Topic;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo year's petitions, and its 21 rectification actions, each out of petitions that gathered and closed by those who sent
 * them.
 */
@Component
@Profile("demo")
class RectificationYear {

    private static final String OFFICE = "D08-01";
    private static final int ASKED = 5;

    private final Cast cast;
    private final Organization organization;
    private final Calendar calendar;
    private final Rectifications rectifications;
    private final Sender sender;
    private final PetitionYear petitionYear;
    private final TreeMap<LocalDate, List<Runnable>> plan = new TreeMap<>();

    RectificationYear(
            Cast cast,
            Organization organization,
            Calendar calendar,
            Rectifications rectifications,
            Sender sender,
            PetitionYear petitionYear) {
        this.cast = cast;
        this.organization = organization;
        this.calendar = calendar;
        this.rectifications = rectifications;
        this.sender = sender;
        this.petitionYear = petitionYear;
    }

    /** Sets the year's actions. */
    void begin(int year) {
        plan.clear();
        petitionYear.begin();
        Table.rows("rectifications.tsv")
                .forEach(row -> in(MonthDay.parse("--" + row.get(0)).atYear(year), 0, () -> open(row)));
    }

    /** What comes in on a day, worked or not. */
    void receive(LocalDate day) {
        petitionYear.receive(day);
    }

    /** A working day's work on petitions and actions. */
    void work(LocalDate day) {
        petitionYear.work(day);
        while (!plan.isEmpty() && !plan.firstKey().isAfter(day)) {
            plan.pollFirstEntry().getValue().forEach(act -> petitionYear.attempt(day, act, this::put));
        }
    }

    private void in(LocalDate from, int days, Runnable act) {
        put(from.plusDays(days), act);
    }

    private void put(LocalDate day, Runnable act) {
        plan.computeIfAbsent(day, key -> new ArrayList<>()).add(act);
    }

    private void open(List<String> row) {
        LocalDate today = cast.today();
        int days = Integer.parseInt(row.get(4));
        LocalDate due = calendar.workingDayFrom(today.plusDays(days));
        Topic topic = Topic.of(row.get(1));
        UUID owner = organization.postByCode(row.get(3)).orElseThrow().id();
        List<Rectifications.NewStep> steps = List.of(
                new Rectifications.NewStep("摸清底数，公布清单", today.plusDays(days / 4)),
                new Rectifications.NewStep("集中整改，逐户销号", today.plusDays(days * 2 / 3)),
                new Rectifications.NewStep("现场核验，建立长效办法", due));
        UUID id = rectifications.open(
                cast.in(OFFICE),
                new Rectifications.NewRectification(
                        topic,
                        cast.body(row.get(2)),
                        today.withDayOfYear(1),
                        row.get(5),
                        row.get(6),
                        row.get(7),
                        owner,
                        due,
                        steps));
        List<String> codes = List.copyOf(petitionYear.codes(topic, row.get(2)));
        in(today, 2, () -> prove(owner, id, false, row.get(5)));
        in(today, days / 4 - 2, () -> step(owner, id, 1));
        in(today, days * 2 / 3 - 3, () -> step(owner, id, 2));
        in(today, days - 6, () -> {
            step(owner, id, 3);
            prove(owner, id, true, row.get(5));
            rectifications.done(owner(owner), id, row.get(8));
        });
        in(today, days - 2, () -> ask(id, codes));
    }

    private Actor owner(UUID post) {
        return cast.in(post).orElseThrow(() -> new PetitionYear.Vacant("owner"));
    }

    private void step(UUID owner, UUID id, int position) {
        rectifications.step(owner(owner), id, position, "已按计划完成，台账和照片备查。");
    }

    private void prove(UUID owner, UUID id, boolean after, String title) {
        rectifications.prove(owner(owner), id, picture(after, title), after, after ? "整改后现场" : "整改前现场");
    }

    /** Those who complained say whether it is done; where most say no, it goes back to its owner for another month. */
    private void ask(UUID id, List<String> codes) {
        int asked = 0;
        for (String code : codes) {
            Optional<Rectification> now = rectifications.find(id);
            if (asked == ASKED || now.orElseThrow().state() != Rectification.State.DONE) {
                return;
            }
            boolean awaited = sender.follow(code)
                    .filter(Sender.FollowedPetition.class::isInstance)
                    .map(Sender.FollowedPetition.class::cast)
                    .filter(own -> own.awaiting().stream()
                            .anyMatch(action -> action.id().equals(id)))
                    .isPresent();
            if (awaited) {
                sender.confirm(code, id, Chance.of(10, id.version(), code, asked) < 9, "");
                asked++;
            }
        }
    }

    /** A picture of earth and sky, grey before and green after: nobody's photo. */
    private static byte[] picture(boolean after, String title) {
        BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(after ? new Color(0xBFE3F5) : new Color(0xC8CCD0));
        canvas.fillRect(0, 0, 320, 110);
        canvas.setColor(after ? new Color(0x6FA86B) : new Color(0x8A7F73));
        canvas.fillRect(0, 110, 320, 90);
        canvas.setColor(after ? new Color(0x55606B) : new Color(0x6B6258));
        int left = 90 + Chance.of(60, title);
        canvas.fillPolygon(new int[] {left, left + 40, left + 160, left - 90}, new int[] {110, 110, 200, 200}, 4);
        if (!after) {
            canvas.setColor(new Color(0x4A4038));
            for (int i = 0; i < 6; i++) {
                canvas.fillOval(left - 20 + 22 * i, 130 + Chance.of(50, title, i), 26, 10);
            }
        }
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
