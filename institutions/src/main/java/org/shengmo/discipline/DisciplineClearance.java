package org.shengmo.discipline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.consequence.Binding;
import org.shengmo.consequence.ClearanceSource;
import org.shengmo.consequence.Held;
import org.shengmo.docket.Subject;
import org.shengmo.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What discipline says where somebody is to be promoted or honoured: announced sanctions, for everyone who may ask; and
 * while a lead is unanswered or a case runs, that it has to wait, and no word on why.
 */
@Component
class DisciplineClearance implements ClearanceSource {

    private final JdbcClient database;
    private final SanctionOrderRows orders;
    private final DisciplineVault vault;
    private final Rulebook rulebook;

    DisciplineClearance(JdbcClient database, SanctionOrderRows orders, DisciplineVault vault, Rulebook rulebook) {
        this.database = database;
        this.orders = orders;
        this.vault = vault;
        this.rulebook = rulebook;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Binding> bindings(Subject subject) {
        return subject.type().equals("person") ? orders.bindings(subject.id()) : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> held(Subject subject, LocalDate on) {
        if (!subject.type().equals("person") || !open(subject.id())) {
            return List.of();
        }
        var clause = rulebook.cite("cadre-selection-regulation", "31", on);
        return List.of(new Held("promotion", clause), new Held("award", clause));
    }

    /** An unanswered lead, or a case that runs or is decided and not announced. */
    private boolean open(UUID person) {
        vault.openForWork();
        return database.sql("""
                SELECT EXISTS (SELECT 1 FROM discipline.lead WHERE people @> ARRAY[:person]::uuid[]
                         AND state IN ('registered', 'assigned', 'proposed', 'under-way'))
                    OR EXISTS (SELECT 1 FROM discipline.case_file WHERE person = :person
                         AND state IN ('investigated', 'on-trial', 'heard', 'decided'))
                """).param("person", person).query(Boolean.class).single();
    }
}
