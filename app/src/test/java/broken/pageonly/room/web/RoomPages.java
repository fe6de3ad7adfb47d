package broken.pageonly.room.web;

import broken.pageonly.room.Room;
import java.util.List;
import org.shengmo.access.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Breaks the guard: gives a command that no operation gives, behind a helper and a lambda. */
@Controller
class RoomPages {

    private final Room room;

    RoomPages(Room room) {
        this.room = room;
    }

    @PostMapping("/open")
    void open() {
        List.of(Actor.CALENDAR).forEach(room::open);
    }

    @PostMapping("/close")
    void close() {
        List.of(Actor.CALENDAR).forEach(by -> end(by));
    }

    private void end(Actor by) {
        room.close(by);
    }
}
