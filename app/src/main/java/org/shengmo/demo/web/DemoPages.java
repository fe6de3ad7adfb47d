package org.shengmo.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import org.shengmo.access.web.Page;
import org.shengmo.demo.DemoDistrict;
import org.shengmo.demo.Demonstration;
import org.shengmo.wording.Text;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The demonstration's page: where its clock stands and how to move it on, and whom one can sign in as by a press. */
@Controller
@Profile("demo")
class DemoPages {

    private final Demonstration demonstration;
    private final DemoDistrict district;
    private final AuthenticationManager door;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    DemoPages(Demonstration demonstration, DemoDistrict district, AuthenticationManager door) {
        this.demonstration = demonstration;
        this.district = district;
        this.door = door;
    }

    @GetMapping("/demo")
    ModelAndView demo(Page page) {
        return page.view(
                "demo/demo", Map.of("view", new DemoView(demonstration.state(), district.signIns(), page.today())));
    }

    @PostMapping("/demo/clock")
    ModelAndView move(Page page, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        demonstration.moveTo(day);
        return page.done("/demo", Text.of("demo.clock.moved", day));
    }

    /** Signs in as one of those who are listed; a session that was open before becomes theirs. */
    @PostMapping("/demo/sign-in")
    ModelAndView signIn(@RequestParam String login, HttpServletRequest request, HttpServletResponse response) {
        DemoDistrict.DemoSignIn chosen = district.signIns().stream()
                .filter(each -> each.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nobody listed has the login " + login));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(door.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(chosen.login(), chosen.password())));
        if (request.getSession(false) != null) {
            request.getSession().invalidate();
        }
        request.getSession(true);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return new ModelAndView("redirect:/duties");
    }
}
