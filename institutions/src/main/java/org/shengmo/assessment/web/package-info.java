/** The pages and the API of assessments: schemes, boards and unit rankings for anyone; papers, reviews and interviews for theirs. */
package org.shengmo.assessment.web;
