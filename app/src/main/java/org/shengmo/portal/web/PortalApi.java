package org.shengmo.portal.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.access.RecordDoor;
import org.shengmo.access.Searchable;
import org.shengmo.access.web.Page;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Seals;
import org.shengmo.portal.SessionActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The frame by the API: searching, one's own account, an entry of the record. */
@RestController
@RequestMapping("/api/v1")
class PortalApi {

    private final Accounts accounts;
    private final SessionActor session;
    private final Docket docket;
    private final Seals seals;
    private final RecordDoor door;
    private final List<Searchable> rooms;

    PortalApi(
            Accounts accounts,
            SessionActor session,
            Docket docket,
            Seals seals,
            RecordDoor door,
            ObjectProvider<Searchable> rooms) {
        this.accounts = accounts;
        this.session = session;
        this.docket = docket;
        this.seals = seals;
        this.door = door;
        this.rooms = rooms.orderedStream().toList();
    }

    /** Something found: what it is called, one line more, and its page. */
    record Hit(String kind, String title, String detail, String href) {}

    /** Who is signed in, the post acted in, and the posts to choose from by the header {@code Shengmo-Post}. */
    record Me(UUID person, String name, UUID post, List<Posts.HeldPost> posts) {}

    /** A change of one's own password. */
    record NewPassword(String oldPassword, String newPassword) {}

    /**
     * An entry: its kind, moment, subject, and its place in the log; null while it waits to be sealed.
     *
     * @param payload what it says; left out for those it is not for, and once erased
     */
    record RecordEntry(
            long entry,
            Instant at,
            String kind,
            String subject,
            boolean erased,
            Long index,
            @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Object> payload) {}

    @GetMapping("/search")
    List<Hit> search(Page page, Actor reader, @RequestParam String q) {
        String words = SearchPages.words(q);
        return words.isEmpty()
                ? List.of()
                : rooms.stream()
                        .flatMap(room -> room.search(reader, words, SearchPages.EACH).stream()
                                .map(hit ->
                                        new Hit(page.say(room.key()), hit.title(), page.say(hit.detail()), hit.href())))
                        .toList();
    }

    @GetMapping("/account")
    Me account(Actor reader) {
        return new Me(reader.person(), reader.name(), reader.post(), session.choices());
    }

    @PostMapping("/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(Actor reader, @RequestBody NewPassword password) {
        accounts.change(reader.person(), password.oldPassword(), password.newPassword());
    }

    @GetMapping("/record/{entry}")
    RecordEntry entry(Actor reader, @PathVariable long entry) {
        return docket.entry(entry, reader.compartments())
                .map(found -> new RecordEntry(
                        found.id(),
                        found.at(),
                        found.kind().code(),
                        found.about().type(),
                        found.erased(),
                        seals.index(entry).orElse(null),
                        payload(reader, found)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Map<String, Object> payload(Actor reader, Entry entry) {
        boolean open = !entry.erased() && !door.open(reader, List.of(entry)).isEmpty();
        return open ? entry.payload() : null;
    }
}
