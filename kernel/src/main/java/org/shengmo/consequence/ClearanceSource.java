package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.docket.Subject;

/** A higher room's word on what binds a person or body; every bean of this type is asked. */
public interface ClearanceSource {

    /** What binds, bound or will bind the subject, whenever; empty when nothing. For everyone who may ask. */
    List<Binding> bindings(Subject subject);

    /** What has to wait on a day on account of facts that are secret; empty when nothing. For gates, never for a page. */
    default List<Held> held(Subject subject, LocalDate on) {
        return List.of();
    }
}
