package broken.pageonly.room.web;

import broken.pageonly.room.Room;
import org.shengmo.access.Actor;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One of the two commands. */
@RestController
class RoomApi {

    private final Room room;

    RoomApi(Room room) {
        this.room = room;
    }

    @PostMapping("/api/v1/open")
    void open() {
        room.open(Actor.CALENDAR);
    }
}
