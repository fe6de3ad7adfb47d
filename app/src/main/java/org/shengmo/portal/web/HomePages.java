package org.shengmo.portal.web;

import java.util.Map;
import org.shengmo.access.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The start: one's duties for who is signed in, what the public can read for everyone else. */
@Controller
class HomePages {

    @GetMapping("/")
    ModelAndView home(Page page) {
        return page.signedIn()
                ? new ModelAndView("redirect:/duties")
                : page.view("portal/home", Map.of("year", page.today().getYear() - 1));
    }

    /** The banner alone, for pages that stay open while something goes on. */
    @GetMapping("/banner")
    ModelAndView banner(Page page) {
        return page.view("layout/banners", Map.of());
    }
}
