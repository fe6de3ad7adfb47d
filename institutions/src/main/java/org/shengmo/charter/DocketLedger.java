package org.shengmo.charter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyDetails;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The duty ledger as the docket holds it. */
@Service
class DocketLedger implements DutyLedger {

    /** The subject of an own entry. */
    static final String NOTE = "charter.note";

    private static final int MOST = 5000;
    private static final int LONGEST = 5000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Readers readers;
    private final Presence presence;
    private final Attachments attachments;
    private final Duties duties;
    private final Docket docket;

    DocketLedger(Readers readers, Presence presence, Attachments attachments, Duties duties, Docket docket) {
        this.readers = readers;
        this.presence = presence;
        this.attachments = attachments;
        this.duties = duties;
        this.docket = docket;
    }

    @Override
    @Transactional
    public long note(Actor by, LocalDate on, UUID about, String text, List<UUID> files) {
        if (by.post() == null) {
            throw Refusal.of("charter.ledger.no-post").refused();
        }
        check(on, text);
        presence.require(by, by.post(), "charter.ledger.not-yours");
        Subject subject = new Subject(NOTE, UUID.randomUUID());
        attachments.attach(by.author(), files, subject);
        Map<String, Object> payload = new TreeMap<>(Map.of("on", on, "text", text, "attachments", files));
        List<Subject> concerns = new ArrayList<>(List.of(Subject.person(by.person()), Subject.post(by.post())));
        if (about != null) {
            DutyDetails duty = duties.duty(about).details();
            if (!duty.ownerPost().equals(by.post())) {
                throw Invalid.at("about", "charter.ledger.not-your-duty", duty.title());
            }
            payload.put("duty", duty.title());
            concerns.add(new Subject("duty", about));
        }
        return docket.record(Act.of(by.author(), NOTED, subject, payload, concerns.toArray(Subject[]::new)));
    }

    private void check(LocalDate on, String text) {
        List<Fault> faults = new ArrayList<>();
        if (on.isAfter(presence.today())) {
            faults.add(new Fault("on", Text.of("charter.ledger.future", on.toString())));
        }
        if (text.isBlank()) {
            faults.add(new Fault("text", Text.of("charter.ledger.text-missing")));
        } else if (text.length() > LONGEST) {
            faults.add(new Fault("text", Text.of("charter.ledger.too-long", LONGEST)));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    @Override
    public boolean mayRead(Actor by, UUID person) {
        return readers.ledger(by, person);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(UUID person, int year) {
        return docket.doneBy(person, MOST).stream()
                .filter(entry -> entry.at().atZone(ZONE).getYear() == year)
                .toList();
    }
}
