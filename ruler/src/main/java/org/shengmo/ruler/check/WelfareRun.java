package org.shengmo.ruler.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A welfare run's registers and totals, narrowed to what changed where an earlier run's results are at hand. */
final class WelfareRun {

    private final CheckSession session;
    private final CheckRequest request;
    private final List<Check> checks;
    private final Optional<Path> previous;
    private final Path taken;
    private final RegisterInputs inputs = new RegisterInputs(Family.WELFARE);
    private final Traces traces;
    private Optional<Recheck> recheck = Optional.empty();
    private Optional<CheckReport.Changes> changes = Optional.empty();
    private String reason = "check.again.none";
    private String rules;

    /** @param scratch where traces lie until the run is through */
    WelfareRun(CheckSession session, CheckRequest request, List<Check> checks, Optional<Path> previous, Path scratch) {
        this.session = session;
        this.request = request;
        this.checks = checks;
        this.previous = previous;
        this.taken = scratch.resolve("state");
        this.traces = new Traces(session, inputs.registers(), request.data(), taken);
    }

    /** Loads what has to be judged. */
    Intake intake() {
        var intake = inputs.open(session, request.data(), Recheck.OPEN);
        rules = RunState.rules(session, checks, request, intake.missing());
        recheck = previous.flatMap(folder -> RunState.read(folder).flatMap(before -> narrow(folder, before)));
        if (recheck.isEmpty()) {
            inputs.loadOpened(session, Recheck.OPEN);
            traces.takeAll(Recheck.OPEN);
        }
        inputs.prepare(session);
        return intake;
    }

    private Optional<Recheck> narrow(Path folder, RunState before) {
        if (!before.rules().equals(rules)) {
            reason = "check.again.rules";
            return Optional.empty();
        }
        var narrowed = new Recheck(session, inputs.registers(), folder, request.on(), before, traces);
        reason = "check.again.registers";
        return narrowed.narrow() ? Optional.of(narrowed) : Optional.empty();
    }

    /** Totals over this run's findings and those carried over; writes both with what a later run needs. */
    Map<String, Object> finish(Findings findings, Path out) {
        recheck.ifPresent(Recheck::dropOthers);
        var welfare = new WelfareTotals(session);
        recheck.ifPresent(narrowed -> welfare.carry(previous.orElseThrow()));
        previous.map(CheckRun::findings).filter(Files::exists).ifPresent(earlier -> compare(findings, earlier, out));
        welfare.write(findings, out);
        new RunState(request.on(), rules, traces.digests()).write(out, taken);
        welfare.keep(findings, out);
        return welfare.totals();
    }

    private void compare(Findings findings, Path earlier, Path out) {
        if (recheck.isEmpty()) {
            var differences = new Differences(session, earlier, "true");
            differences.write(findings, out);
            changes = Optional.of(differences.changes(OptionalLong.empty(), reason));
            return;
        }
        var narrowed = recheck.get();
        var differences = new Differences(session, earlier, "NOT (" + Recheck.untouched() + ")");
        differences.write(findings, out);
        var here = differences.changes(OptionalLong.of(narrowed.affected()), "check.again.changed");
        changes = Optional.of(new CheckReport.Changes(
                here.found(), here.gone(), here.unchanged() + narrowed.carry(), here.rejudged(), here.reason()));
    }

    Optional<CheckReport.Changes> changes() {
        return changes;
    }
}
