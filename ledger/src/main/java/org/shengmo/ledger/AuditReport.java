package org.shengmo.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What an audit of a log found.
 *
 * @param head the checkpoint that was audited, where it could be trusted
 * @param entries how many entries were hashed
 * @param bytes how many bytes of bundles and tiles were read
 * @param faults what is wrong, in the order of the log; not more than {@link LogAudit#MOST_FAULTS} are kept
 * @param faultCount how many faults there were altogether
 */
public record AuditReport(Optional<TreeHead> head, long entries, long bytes, List<Fault> faults, long faultCount) {

    public AuditReport {
        faults = List.copyOf(faults);
    }

    public boolean isSound() {
        return faultCount == 0;
    }
}
