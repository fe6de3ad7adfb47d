package org.shengmo.organization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shengmo.access.Actor;
import org.shengmo.workbook.Layout;

/**
 * Takes an organization in from a workbook with the sheets 机构, 职务, 人员, 任职, 分管 and 议事协调机构. All of it or nothing.
 * What is on record already under the same code and name is left as it is, so that a workbook can be imported again with
 * more rows in it.
 */
public interface OrganizationImport {

    /** The sheets and columns that the workbook has; a template can be made of it. */
    Layout layout();

    /**
     * Imports a workbook, or only checks it.
     *
     * @param by who imports; needs {@code organization.manage} and {@code organization.appoint} for the whole district
     * @param file an .xlsx; read to its end, not closed
     * @param dryRun whether only to check
     * @return what was, or would be, taken in
     * @throws org.shengmo.wording.Invalid with every fault by sheet, row and column; nothing is imported then
     */
    Imported run(Actor by, InputStream file, boolean dryRun);

    /** Imports a workbook from the disk, or only checks it. */
    default Imported run(Actor by, Path file, boolean dryRun) {
        try (InputStream stream = Files.newInputStream(file)) {
            return run(by, stream, dryRun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What an import took in, not counting what was there already.
     *
     * @param dryRun whether it only checked
     */
    record Imported(int bodies, int posts, int people, int tenures, int portfolios, int memberships, boolean dryRun) {}
}
