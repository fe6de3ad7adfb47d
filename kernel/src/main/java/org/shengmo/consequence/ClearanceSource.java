package org.shengmo.consequence;

import java.util.List;
import org.shengmo.docket.Subject;

/** A higher room's word on what binds a person or body; every bean of this type is asked. */
public interface ClearanceSource {

    /** What binds, bound or will bind the subject, whenever; empty when nothing. */
    List<Binding> bindings(Subject subject);
}
