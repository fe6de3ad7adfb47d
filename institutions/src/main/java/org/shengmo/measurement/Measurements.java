package org.shengmo.measurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.ruler.check.Family;

/** Datasets of registers, the runs over them, and what the runs found. */
public interface Measurements {

    /** Leave to put in registers of a family, run its checks and read what they found. */
    static Permission leave(Family family) {
        return Permission.of("measurement.run." + family.code());
    }

    /** Opens a dataset to put registers in. Entry {@code measurement.opened}. */
    UUID open(Actor by, Family family, String title);

    /**
     * Puts a register in, in the place of one of the same name. Entry {@code measurement.put}.
     *
     * @param register one of {@link org.shengmo.ruler.check.Registers#of}
     * @param file its name, which tells its form: {@code .csv} (UTF-8 or GB18030), {@code .xlsx}, {@code .parquet}
     * @param setAside takes the file though rows don't parse; they are put aside, counted and told
     * @throws org.shengmo.wording.Invalid with every fault and its place
     */
    void put(Actor by, UUID dataset, String register, String file, byte[] content, boolean setAside);

    /**
     * Puts in every register that the operator's folder holds.
     *
     * @return the files taken
     */
    List<String> connect(Actor by, UUID dataset);

    /** The registers of a family that the operator's folder holds; none where no folder is set. */
    List<String> connectable(Family family);

    /**
     * Starts a run in the background. Entry {@code measurement.started}, later {@code .finished}, {@code .cancelled} or
     * {@code .failed}.
     *
     * @param checks ids or families of the ruler's checks
     * @param on the day everything is measured on
     * @param settings as the checks read them
     * @throws org.shengmo.wording.Refused while another run over the dataset goes on, and when it was erased
     */
    UUID start(Actor by, UUID dataset, List<String> checks, LocalDate on, Map<String, String> settings);

    /** Asks a run to stop; it stops before its next check and keeps nothing. */
    void cancel(Actor by, UUID run);

    /** Waits until a run has ended. */
    Run await(UUID run);

    /** Runs that were going on when the program stopped go on from their beginning. */
    void resume();

    /**
     * Erases the content of a dataset's registers and what its findings say of anyone. Rows, counts and hashes stay. Entry
     * {@code measurement.erased}.
     */
    void erase(Actor by, UUID dataset);

    /** Datasets of a family, newest first. */
    List<Dataset> datasets(Family family);

    /** The dataset of an identifier. */
    Optional<Dataset> dataset(UUID id);

    /** Runs of a family, newest first. */
    List<Run> runs(Family family);

    /** The run of an identifier. */
    Optional<Run> run(UUID id);

    /** Up to a thousand rows that did not parse. */
    List<Run.Aside> aside(UUID run);

    /** What a run found about a household, by check. */
    List<Found> aboutHousehold(UUID run, String household);

    /** What a run found about one thing, by check. */
    List<Found> about(UUID run, String subjectKind, String subject);

    /** What a check of a run found, at most so many. */
    List<Found> of(UUID run, String check, int limit);
}
