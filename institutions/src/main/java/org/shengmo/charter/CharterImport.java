package org.shengmo.charter;

import java.util.Locale;
import org.shengmo.access.Actor;

/** Takes a year's responsibility list and plan in from a workbook. All of it or nothing. */
public interface CharterImport {

    /**
     * Imports a workbook as drafts of the year's list and plan, or only checks it.
     *
     * @param by who imports; needs {@code charter.draft}
     * @param file an .xlsx with the sheets 基本信息, 责任清单, 领导班子, 任务 and 子任务
     * @param dryRun whether only to check
     * @throws org.shengmo.wording.Invalid with every fault by sheet, row and column; nothing is imported then
     */
    Imported run(Actor by, byte[] file, boolean dryRun);

    /** The empty workbook to fill in. */
    byte[] template(Locale language);

    /** The workbook of a list and a plan, as {@link #run} takes it. */
    byte[] export(ResponsibilityList list, AnnualPlan plan, Locale language);

    /**
     * What an import took in.
     *
     * @param list the draft of the list, as it is or would be
     * @param plan the draft of the plan, as it is or would be
     * @param dryRun whether it only checked
     */
    record Imported(ResponsibilityList list, AnnualPlan plan, boolean dryRun) {}
}
