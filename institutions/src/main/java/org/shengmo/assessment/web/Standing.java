package org.shengmo.assessment.web;

import java.math.BigDecimal;
import java.util.UUID;
import org.shengmo.assessment.Result;
import org.shengmo.assessment.Scheme;
import org.shengmo.organization.Directory;

/**
 * A line of a ranking.
 *
 * @param className the class's name
 * @param rank null before publishing
 * @param grade key of the grade's words; empty before publishing
 */
public record Standing(UUID subject, String name, String className, Integer rank, BigDecimal total, String grade) {

    static Standing of(Result result, Scheme scheme, Directory directory) {
        return new Standing(
                result.subject().id(),
                AssessmentPages.name(result.subject(), directory),
                scheme.subjectClass(result.score().subjectClass()).orElseThrow().name(),
                result.rank(),
                result.score().total(),
                result.grade() == null
                        ? ""
                        : "assessment.grade." + result.grade().code());
    }
}
