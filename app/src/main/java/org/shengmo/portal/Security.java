package org.shengmo.portal;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.AntPathMatcher;

/** Who gets in by which door: people by a form and a session, programs by HTTP Basic on the API; both read what is public. */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** What anyone may read without an account. */
    private static final String[] PUBLIC = {
        "/",
        "/sign-in",
        "/language",
        "/assessments",
        "/assessments/schemes/*",
        "/assessments/board/*",
        "/assessments/results/**",
        "/assessments/check",
        "/petition/**",
        "/petitions",
        "/petitions.csv",
        "/petitions.json",
        "/petitions.rss",
        "/petitions/topics",
        "/petitions/rectifications/**",
        "/petitions/calendar/*",
        "/open311/v2/**",
        "/open-data",
        "/open-data/*",
        "/pledges/**",
        "/procurement",
        "/procurement/**",
        "/decisions",
        "/decisions/**",
        "/disclosure",
        "/disclosure/catalogue",
        "/disclosure/entries/*",
        "/disclosure/requests/**",
        "/welfare/**",
        "/compensation/results",
        "/hearing/**",
        "/measurement/checks/**",
        "/powers/**",
        "/powers.csv",
        "/powers.xlsx",
        "/report/**",
        "/record/**",
        "/rulebook/**",
        "/calendar",
        "/log/**",
        "/.well-known/shengmo-log",
        "/error",
        "/webjars/**",
        "/*.css",
        "/*.js",
        "/*.svg",
        "/banner",
        "/demo/**"
    };

    private static final String[] PUBLIC_API = {
        "/api/openapi/**",
        "/api/openapi.yaml",
        "/api/v1/assessments",
        "/api/v1/assessments/schemes",
        "/api/v1/assessments/*/board",
        "/api/v1/assessments/*/results",
        "/api/v1/petitions/public",
        "/api/v1/petitions/figures",
        "/api/v1/pledges/**",
        "/api/v1/procurement/projects/**",
        "/api/v1/procurement/savings",
        "/api/v1/procurement/compiled",
        "/api/v1/procurement/tenders/*/keys",
        "/api/v1/decisions",
        "/api/v1/disclosure/published/**",
        "/api/v1/disclosure/catalogue",
        "/api/v1/disclosure/requests/figures/*",
        "/api/v1/welfare/**",
        "/api/v1/compensation/results",
        "/api/v1/powers/**",
        "/api/v1/reports/**",
        "/api/v1/rulebook/**",
        "/api/v1/calendar/**",
        "/api/v1/record/**"
    };

    /** What anyone may send without an account: bringing something forward and following it by its code. */
    private static final String[] OPEN_API = {
        "/api/v1/assessments/box/*",
        "/api/v1/petitions",
        "/api/v1/petitions/follow",
        "/api/v1/petitions/follow/**",
        "/api/v1/decisions/*/comments",
        "/api/v1/hearing",
        "/api/v1/hearing/answer",
        "/api/v1/pledges/*/verdict",
        "/api/v1/disclosure/requests",
        "/api/v1/disclosure/requests/follow",
        "/api/v1/disclosure/requests/follow/**",
        "/api/v1/procurement/tenders/*/bids",
        "/api/v1/procurement/tenders/*/withdrawals",
        "/api/v1/procurement/tenders/*/remedies"
    };

    /** Whether anyone may call an operation of the API without an account. */
    static boolean publicApi(String method, String path) {
        AntPathMatcher matcher = new AntPathMatcher();
        String[] open = method.equals("GET") ? PUBLIC_API : method.equals("POST") ? OPEN_API : new String[0];
        return Stream.of(open).anyMatch(each -> matcher.match(each, path));
    }

    @Bean
    AuthenticationManager authenticationManager(PasswordSignIn passwords) {
        return new ProviderManager(passwords);
    }

    /**
     * The API. A request that brings a session's cookie must bring its token too, or any site could act for the
     * reader; one that brings its own credentials need not.
     */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiProblems problems) {
        return headers(http.securityMatcher("/api/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, PUBLIC_API)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, OPEN_API)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(csrf -> csrf.ignoringRequestMatchers(OPEN_API)
                        .ignoringRequestMatchers(request -> request.getHeader("Authorization") != null))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, SignInDoor door) {
        return headers(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .failureHandler(door)
                        .successHandler(door))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(handling -> handling.accessDeniedHandler(door))
                // Acts by receipt code: no session stands behind them that another site could abuse, and none is begun.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/petition/**", "/open311/v2/**"))
                .build();
    }

    private static HttpSecurity headers(HttpSecurity http) {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny));
    }
}
