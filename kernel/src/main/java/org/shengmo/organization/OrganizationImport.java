package org.shengmo.organization;

import java.nio.file.Path;
import org.shengmo.access.Actor;

/**
 * Takes an organization in from a workbook with the sheets 机构, 职务, 人员, 任职, 分管 and 议事协调机构. All of it or nothing.
 */
public interface OrganizationImport {

    /**
     * Imports a workbook, or only checks it.
     *
     * @param by who imports; needs {@code organization.manage} and {@code organization.appoint}
     * @param file an .xlsx
     * @param dryRun whether only to check
     * @return what was, or would be, taken in
     * @throws org.shengmo.wording.Invalid with every fault by sheet, row and column; nothing is imported then
     */
    Imported run(Actor by, Path file, boolean dryRun);

    /**
     * What an import took in.
     *
     * @param dryRun whether it only checked
     */
    record Imported(int bodies, int posts, int people, int tenures, int portfolios, int memberships, boolean dryRun) {}
}
