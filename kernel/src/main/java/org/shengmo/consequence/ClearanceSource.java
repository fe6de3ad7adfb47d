package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.docket.Subject;

/** A higher room's word on what binds a person or body; every bean of this type is asked. */
public interface ClearanceSource {

    /** What binds the subject on a day; empty when nothing does. */
    List<Binding> bindings(Subject subject, LocalDate on);
}
