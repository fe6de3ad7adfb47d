package org.shengmo.deliberation;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.shengmo.mandate.CollectiveDecisions;
import org.springframework.stereotype.Component;

/** Which adopted rules change the power catalogue: those that name the item by its code. */
@Component
class CatalogueDecisions implements CollectiveDecisions {

    private final MatterRows rows;

    CatalogueDecisions(MatterRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Adopted> naming(String item, LocalDate on) {
        Pattern code = Pattern.compile("(?<![A-Za-z0-9-])" + Pattern.quote(item) + "(?![A-Za-z0-9-])");
        return rows.adopted(Business.RULES, item).stream()
                .filter(decided -> !decided.on().isAfter(on))
                .filter(decided ->
                        code.matcher(decided.details().what().title()).find()
                                || code.matcher(decided.details().what().text()).find())
                .map(decided -> new Adopted(
                        "第" + decided.details().number() + "号",
                        decided.details().what().title(),
                        decided.on(),
                        "/decisions/" + decided.id()))
                .toList();
    }
}
