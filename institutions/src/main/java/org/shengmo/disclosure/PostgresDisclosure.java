package org.shengmo.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Publishable;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.organization.Post;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Disclosure in PostgreSQL. */
@Service
class PostgresDisclosure implements Disclosure {

    private static final String OTHER = "other";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LOOK_BACK_DAYS = 30;
    private static final Set<String> GROUNDS = Set.of("14", "15", "16.1", "16.2");

    private final PublicationRows rows;
    private final DisclosurePeriods periods;
    private final DisclosureOffices offices;
    private final List<Publishable> publishables;
    private final Docket docket;
    private final Duties duties;
    private final Words words;
    private final Clock clock;

    PostgresDisclosure(
            PublicationRows rows,
            DisclosurePeriods periods,
            DisclosureOffices offices,
            List<Publishable> publishables,
            Docket docket,
            Duties duties,
            Words words,
            Clock clock) {
        this.rows = rows;
        this.periods = periods;
        this.offices = offices;
        this.publishables = publishables;
        this.docket = docket;
        this.duties = duties;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int gather(LocalDate day) {
        Map<Kind, Publishable> byKind = new HashMap<>();
        publishables.forEach(each -> each.kinds().forEach(kind -> byKind.put(kind, each)));
        List<String> kinds = byKind.keySet().stream().map(Kind::code).toList();
        int taken = 0;
        for (long id : rows.entriesOf(kinds, day.minusDays(LOOK_BACK_DAYS))) {
            Entry entry = docket.entry(id, List.of()).orElseThrow();
            Publishable source = byKind.get(entry.kind());
            Optional<Publishable.News> news =
                    entry.erased() ? Optional.empty() : source.of(entry).flatMap(offices::placed);
            Optional<Post> officer = news.flatMap(each -> offices.officer(each.body()));
            if (officer.isPresent()) {
                LocalDate arose = entry.at().atZone(ZONE).toLocalDate();
                take(source.item(), news.get(), entry.id(), arose, officer.get());
                taken++;
            }
        }
        return taken;
    }

    /** Public at once, or owed as a duty of the office. */
    private void take(String item, Publishable.News news, long entry, LocalDate arose, Post officer) {
        Ruling place = periods.catalogue(item, arose);
        Masking masking = periods.masking(today());
        Masking.Masked title = masking.mask(clipped(news.title(), LONGEST_TITLE));
        Masking.Masked text = masking.mask(clipped(news.text(), LONGEST_TEXT));
        UUID id = UUID.randomUUID();
        LocalDate due = periods.due("publish", arose);
        boolean atOnce = place.truth("atOnce");
        UUID duty = atOnce ? null : owe(id, title.text(), officer, news.body(), arose, due);
        Publication.Details details = new Publication.Details(
                id,
                0,
                entry,
                item,
                place.text("category"),
                place.citations().getFirst().article(),
                title.text(),
                text.text(),
                news.body(),
                officer.id(),
                news.href(),
                title.hits().size() + text.hits().size(),
                arose,
                due,
                duty);
        rows.insert(details, atOnce ? today() : null);
        if (atOnce) {
            record(Actor.CALENDAR, "disclosure.published", details, false, Map.of());
        }
    }

    private UUID owe(UUID id, String title, Post officer, UUID body, LocalDate arose, LocalDate due) {
        return duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                                Kind.of("disclosure.publish"),
                                say(Text.of("disclosure.duty.publish", title)),
                                officer.id(),
                                body,
                                periods.clause("publish", arose),
                                Publication.subject(id),
                                arose.isAfter(due) ? due : arose,
                                due,
                                periods.terms("publish", today()))
                        .metAt("/disclosure/desk/publications/" + id));
    }

    @Override
    @Transactional
    public Publication publish(Actor by, UUID id, String title, String text) {
        Publication publication = rows.lock(id);
        Publication.Details details = publication.details();
        offices.require(by, details.officer());
        if (!(publication instanceof Publication.Owed)) {
            throw Refusal.of("disclosure.not-owed", details.title()).refused();
        }
        Checked masked = checked(title, text);
        LocalDate today = today();
        rows.publish(id, masked.title(), masked.text(), details.hidden() + masked.hidden(), today);
        if (details.duty() != null && duties.duty(details.duty()) instanceof OpenDuty) {
            duties.meetByAct(
                    DisclosureOffices.acceptingFor(by),
                    details.duty(),
                    say(Text.of("disclosure.account.published", masked.title())),
                    List.of());
        }
        record(by, "disclosure.published", details, today.isAfter(details.due()), Map.of("title", masked.title()));
        return rows.byId(id).orElseThrow();
    }

    /** A title and a text, masked. */
    private record Checked(String title, String text, int hidden) {}

    private Checked checked(String title, String text) {
        List<Fault> faults = new ArrayList<>();
        Stream.of(Map.entry("title", title), Map.entry("text", text)).forEach(field -> {
            int longest = field.getKey().equals("title") ? LONGEST_TITLE : LONGEST_TEXT;
            if (field.getValue().isBlank()) {
                faults.add(new Fault(field.getKey(), Text.of("disclosure.fault.blank")));
            } else if (field.getValue().length() > longest) {
                faults.add(new Fault(field.getKey(), Text.of("disclosure.fault.long", longest)));
            }
        });
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        Masking masking = periods.masking(today());
        Masking.Masked maskedTitle = masking.mask(title.strip());
        Masking.Masked maskedText = masking.mask(text.strip());
        return new Checked(
                maskedTitle.text(),
                maskedText.text(),
                maskedTitle.hits().size() + maskedText.hits().size());
    }

    @Override
    @Transactional
    public Publication decline(Actor by, UUID id, String ground, String reasons) {
        Publication publication = rows.lock(id);
        Publication.Details details = publication.details();
        offices.requireLead(by, details.officer());
        if (!(publication instanceof Publication.Owed)) {
            throw Refusal.of("disclosure.not-owed", details.title()).refused();
        }
        if (!GROUNDS.contains(ground)) {
            throw Invalid.at("ground", "disclosure.fault.ground");
        }
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "disclosure.fault.blank");
        }
        rows.decline(id, ground, reasons.strip());
        if (duties.duty(details.duty()) instanceof OpenDuty) {
            duties.withdraw(Actor.CALENDAR, details.duty(), say(Text.of("disclosure.account.declined", ground)));
        }
        record(by, "disclosure.declined", details, false, Map.of("ground", ground, "reasons", reasons.strip()));
        return rows.byId(id).orElseThrow();
    }

    @Override
    @Transactional
    public Publication add(Actor by, String title, String text) {
        by.require(PUBLISH);
        UUID body = offices.bodyOf(by);
        Post officer = offices.officer(body).orElseThrow();
        Checked masked = checked(title, text);
        LocalDate today = today();
        Ruling place = periods.catalogue(OTHER, today);
        UUID id = UUID.randomUUID();
        rows.insert(
                new Publication.Details(
                        id,
                        0,
                        null,
                        OTHER,
                        place.text("category"),
                        place.citations().getFirst().article(),
                        masked.title(),
                        masked.text(),
                        body,
                        officer.id(),
                        "",
                        masked.hidden(),
                        today,
                        today,
                        null),
                today);
        Publication made = rows.byId(id).orElseThrow();
        record(by, "disclosure.published", made.details(), false, Map.of());
        return made;
    }

    @Override
    @Transactional
    public Publication correct(Actor by, UUID id, String title, String text, String reasons) {
        Publication publication = rows.lock(id);
        Publication.Details details = publication.details();
        offices.require(by, details.officer());
        if (!(publication instanceof Publication.Published)) {
            throw Refusal.of("disclosure.not-published", details.title()).refused();
        }
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "disclosure.fault.blank");
        }
        Checked masked = checked(title, text);
        rows.revise(id, today(), details.title(), details.text(), reasons.strip());
        rows.publish(id, masked.title(), masked.text(), details.hidden() + masked.hidden(), today());
        record(by, "disclosure.corrected", details, false, Map.of("title", masked.title(), "reasons", reasons.strip()));
        return rows.byId(id).orElseThrow();
    }

    private void record(Actor by, String kind, Publication.Details about, boolean late, Map<String, ?> payload) {
        Map<String, Object> full = new TreeMap<>(Map.of("title", about.title(), "item", about.item(), "late", late));
        full.putAll(payload);
        if (about.entry() != null) {
            full.put("entry", about.entry());
        }
        docket.record(Act.of(
                by.person() == null ? Author.CALENDAR : by.author(),
                kind,
                Publication.subject(about.id()),
                full,
                Subject.body(about.body())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CatalogueItem> catalogue() {
        LocalDate today = today();
        Map<String, PublicationRows.Count> counts = rows.counts(today);
        return Stream.concat(publishables.stream().map(Publishable::item).sorted(), Stream.of(OTHER))
                .distinct()
                .map(item -> {
                    Ruling place = periods.catalogue(item, today);
                    PublicationRows.Count count =
                            counts.getOrDefault(item, new PublicationRows.Count(item, 0, 0, 0, null));
                    return new CatalogueItem(
                            item,
                            place.text("category"),
                            place.truth("atOnce"),
                            place.citations().getFirst(),
                            periods.workingDays("publish", today),
                            count.published(),
                            count.owed(),
                            count.late(),
                            count.latest());
                })
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Publication.Published> published() {
        return rows.all("state = 'PUBLISHED'").stream()
                .map(Publication.Published.class::cast)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Publication> find(Actor reader, UUID id) {
        return rows.byId(id)
                .filter(each -> each instanceof Publication.Published
                        || offices.isOf(reader, each.details().officer())
                        || offices.leads(reader, each.details().officer()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Publication.Owed> owedBy(Actor reader) {
        return rows.all("state = 'OWED'").stream()
                .filter(each -> offices.isOf(reader, each.details().officer())
                        || offices.leads(reader, each.details().officer()))
                .map(Publication.Owed.class::cast)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Revision> revisions(UUID id) {
        return rows.revisions(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Masking.Masked masked(String text) {
        return periods.masking(today()).mask(text);
    }

    private static String clipped(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** Says a text of ours in Chinese, in which the record is kept. */
    private String say(Text text) {
        return words.say(Locale.SIMPLIFIED_CHINESE, text);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
