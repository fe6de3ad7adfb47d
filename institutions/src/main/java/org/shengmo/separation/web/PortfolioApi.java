package org.shengmo.separation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shengmo.separation.Separation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Portfolio rules over the API. */
@RestController
@RequestMapping("/api/v1/portfolios")
class PortfolioApi {

    private final Separation separation;
    private final Clock clock;

    PortfolioApi(Separation separation, Clock clock) {
        this.separation = separation;
        this.clock = clock;
    }

    @GetMapping("/breaches")
    List<Separation.Breach> breaches(@RequestParam Optional<LocalDate> on) {
        return separation.breaches(on.orElse(LocalDate.now(clock)));
    }
}
