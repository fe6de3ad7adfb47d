package org.shengmo.procurement.web;

import java.util.Map;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.procurement.Procurement;
import org.shengmo.procurement.RedFlags;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Flags for those who judge them. */
@Controller
class RedFlagPages {

    private final RedFlags flags;

    RedFlagPages(RedFlags flags) {
        this.flags = flags;
    }

    @GetMapping("/procurement/flags")
    ModelAndView flags(Page page) {
        page.actor().require(Procurement.JUDGE);
        return page.view("procurement/flags", Map.of("flags", flags.flags()));
    }

    @PostMapping("/procurement/flags")
    ModelAndView measure(Page page) {
        return page.done("/procurement/flags", Text.of("procurement.done.measured", flags.measure(page.actor())));
    }

    @PostMapping("/procurement/flags/{id}/state")
    ModelAndView state(Page page, @PathVariable UUID id) {
        return page.done("/findings/" + flags.state(page.actor(), id), Text.of("procurement.done"));
    }

    @PostMapping("/procurement/flags/{id}/aside")
    ModelAndView setAside(Page page, @PathVariable UUID id, @RequestParam String reasons) {
        flags.setAside(page.actor(), id, reasons);
        return page.done("/procurement/flags", Text.of("procurement.done"));
    }
}
