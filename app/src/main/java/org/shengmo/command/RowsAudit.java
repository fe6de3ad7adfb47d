package org.shengmo.command;

import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.shengmo.docket.DocketAudit;
import org.shengmo.ledger.FurtherAudit;
import org.shengmo.ledger.TileSource;
import org.shengmo.ledger.TreeHead;
import org.shengmo.wording.Text;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares a database's rows with a log, for {@code shengmo verify}. */
record RowsAudit(Console console, DataSource database) implements FurtherAudit {

    @Override
    public TileSource log() {
        return DocketAudit.logOf(database);
    }

    @Override
    public Comparison compare(TileSource log, TreeHead head) throws IOException {
        try {
            DocketAudit.Report report = new DocketAudit(JdbcClient.create(database), log).run(head.size());
            List<String> faults = report.faults().stream()
                    .map(fault -> console.text(fault.text()))
                    .toList();
            Text summary = Text.of("docket.audit.compared", report.entries(), report.erased(), report.waiting());
            return new Comparison(console.text(summary), faults, report.faultCount());
        } catch (DataAccessException e) {
            return new Comparison(
                    console.text("docket.audit.unreadable", String.valueOf(e.getMessage())), List.of(), 1);
        }
    }
}
