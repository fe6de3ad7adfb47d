package broken.pageonly.room;

import org.shengmo.access.Actor;

/** What a room offers: two commands. */
public interface Room {
    void open(Actor by);

    void close(Actor by);
}
