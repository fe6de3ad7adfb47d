package org.shengmo.portal.web;

import java.util.List;
import java.util.Map;
import org.shengmo.access.Accounts;
import org.shengmo.access.Names;
import org.shengmo.access.web.Page;
import org.shengmo.portal.SessionActor;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in, one's own password, and the post one acts in. */
@Controller
class SignInPages {

    private final Accounts accounts;
    private final SessionActor session;
    private final Names names;

    SignInPages(Accounts accounts, SessionActor session, Names names) {
        this.accounts = accounts;
        this.session = session;
        this.names = names;
    }

    @GetMapping("/sign-in")
    ModelAndView signIn(
            Page page,
            @RequestParam(required = false) String wrong,
            @RequestParam(required = false) String locked,
            @RequestParam(required = false) String out) {
        if (page.signedIn()) {
            return new ModelAndView("redirect:/");
        }
        String said = "";
        if (locked != null) {
            said = page.say("portal.sign-in.locked", Accounts.LOCK_MINUTES);
        } else if (wrong != null) {
            said = wrong.matches("[0-9]")
                    ? page.say("portal.sign-in.wrong.left", Integer.valueOf(wrong), Accounts.LOCK_MINUTES)
                    : page.say("portal.sign-in.wrong");
        }
        return page.view("portal/sign-in", Map.of("said", said, "out", out != null));
    }

    @GetMapping("/account")
    ModelAndView account(Page page, @RequestParam(required = false) String first) {
        return page.view(
                "portal/account",
                Map.of(
                        "first",
                        first != null,
                        "posts",
                        session.choices(),
                        "ended",
                        session.ended()
                                .map(post -> names.names(List.of(post)).get(post))
                                .orElse("")));
    }

    @PostMapping("/account/password")
    ModelAndView password(Page page, @RequestParam String oldPassword, @RequestParam String newPassword) {
        accounts.change(page.actor().person(), oldPassword, newPassword);
        return page.done("/account", Text.of("portal.account.password.changed"));
    }

    @PostMapping("/account/post")
    ModelAndView post(Page page, @RequestParam(required = false) java.util.UUID post) {
        session.choose(post);
        return page.done("/", Text.of("portal.account.post.chosen"));
    }
}
