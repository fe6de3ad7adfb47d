package org.shengmo.separation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.web.NavItem;
import org.shengmo.access.web.Page;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.separation.Separation;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The whole district's portfolios on one page. */
@Controller
class PortfolioPages {

    private static final int ORDER = 42;

    private static final Listing<PortfolioView> LISTING = Listing.<PortfolioView>titled("separation.title")
            .text("separation.column.portfolio", view -> view.portfolio().name())
            .choice("separation.column.body", PortfolioView::body)
            .text("separation.column.post", view -> view.post().map(Post::name).orElse(""))
            .text("separation.column.person", PortfolioView::person)
            .text("separation.column.supervisor", PortfolioView::supervisor)
            .number("separation.column.count", view -> view.bodies().size())
            .text("separation.column.bodies", PortfolioView::bodyNames)
            .choice(
                    "separation.column.deputy",
                    view -> Text.of(view.forADeputy() ? "separation.deputy.yes" : "separation.deputy.no"))
            .choice("separation.column.status", PortfolioView::status)
            .sorted("-deputy");

    private final Organization organization;
    private final Separation separation;

    PortfolioPages(Organization organization, Separation separation) {
        this.organization = organization;
        this.separation = separation;
    }

    @Bean
    static NavItem portfolioNavigation() {
        return NavItem.signedIn("separation.nav", "/portfolios", ORDER);
    }

    @GetMapping("/portfolios")
    ModelAndView portfolios(Page page, Actor actor, @RequestParam Optional<LocalDate> on) {
        LocalDate day = on.orElse(page.today());
        Directory directory = organization.directory();
        List<Separation.Breach> breaches = separation.breaches(day);
        return page.list(
                "separation/portfolios",
                LISTING,
                directory.portfolios().stream()
                        .map(portfolio -> PortfolioView.of(portfolio, directory, separation, breaches, day))
                        .toList(),
                Map.of("breaches", breaches, "on", day));
    }
}
