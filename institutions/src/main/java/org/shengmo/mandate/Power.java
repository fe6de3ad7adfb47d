package org.shengmo.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the catalogue says of a power. Bodies stand by their codes in the district; what a list leaves out is empty, and
 * {@link #missing} names it.
 *
 * @param name what may be done
 * @param powerClass the class's code: 01 licence to 10 other, others as found; C1 to C7 for a committee's
 * @param department the implementing department's code; of a province's list, that list's own code
 * @param levels at which levels it is exercised: 1 nation to 5 township
 * @param basis the legal basis, with article
 * @param holder code of the body that holds it
 * @param responsible code of the body that answers for it
 * @param applicants who may apply
 * @param days the time limit in whole days; 0 when none is given
 * @param workingDays whether the limit counts working days
 * @param fee what it costs, in words
 * @param documents what is to be brought
 * @param risks where it can go wrong, how badly, and what guards against it
 * @param lifeEvent the occasion in life that it belongs to; empty for none
 */
public record Power(
        String name,
        String powerClass,
        String department,
        List<String> levels,
        List<Basis> basis,
        String holder,
        String responsible,
        String applicants,
        int days,
        boolean workingDays,
        String fee,
        List<String> documents,
        List<Risk> risks,
        String lifeEvent) {

    /** Texts that were left out are empty, so that {@link #missing} names them. */
    public Power {
        name = said(name);
        powerClass = said(powerClass);
        department = said(department);
        holder = said(holder);
        responsible = said(responsible);
        applicants = said(applicants);
        fee = said(fee);
        lifeEvent = said(lifeEvent);
        levels = List.copyOf(levels);
        basis = List.copyOf(basis);
        documents = List.copyOf(documents);
        risks = List.copyOf(risks);
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }

    /** The same with other documents to bring. */
    public Power requiring(List<String> newDocuments) {
        return new Power(
                name,
                powerClass,
                department,
                levels,
                basis,
                holder,
                responsible,
                applicants,
                days,
                workingDays,
                fee,
                newDocuments,
                risks,
                lifeEvent);
    }

    /** What a complete power has and this one lacks: names of fields, as {@code mandate.field.<name>} says them. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        lacking(missing, "holder", holder.isEmpty());
        lacking(missing, "responsible", responsible.isEmpty());
        lacking(missing, "department", department.isEmpty());
        lacking(
                missing,
                "basis",
                basis.isEmpty()
                        || basis.stream().allMatch(each -> each.article().isEmpty()));
        lacking(missing, "applicants", applicants.isEmpty());
        lacking(missing, "limit", days == 0);
        lacking(missing, "fee", fee.isEmpty());
        lacking(missing, "documents", documents.isEmpty());
        lacking(missing, "risks", risks.isEmpty());
        return missing;
    }

    private static void lacking(List<String> missing, String field, boolean lacks) {
        if (lacks) {
            missing.add(field);
        }
    }

    /**
     * A legal basis.
     *
     * @param document the statute as it is cited, with its year or number
     * @param article the article, such as 第六十五条; empty where the document has none
     */
    public record Basis(String document, String article) {

        private static final Pattern ARTICLE = Pattern.compile("(.*?)((?:附件\\d*)?第[^》第号]{1,20}?[条项款目].*)");

        public Basis {
            document = said(document);
            article = said(article);
        }

        /** Reads a basis as a list writes it: the document, then the article. */
        public static Basis of(String text) {
            Matcher found = ARTICLE.matcher(text.strip());
            return found.matches()
                    ? new Basis(found.group(1).strip(), found.group(2).strip())
                    : new Basis(text.strip(), "");
        }

        /** As lists write it. */
        public String text() {
            return document + article;
        }
    }

    /** How bad it is when it goes wrong. */
    public enum Level {
        HIGH,
        MIDDLE,
        LOW
    }

    /**
     * Where it can go wrong.
     *
     * @param point the point
     * @param guard what guards against it
     */
    public record Risk(String point, Level level, String guard) {}
}
