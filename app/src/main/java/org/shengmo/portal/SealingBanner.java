package org.shengmo.portal;

import java.util.Optional;
import org.shengmo.access.web.Banner;
import org.shengmo.docket.Seals;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Says on every page that acts are recorded and not sealed, for as long as that is so. */
@Component
class SealingBanner implements Banner {

    private final Seals seals;

    SealingBanner(Seals seals) {
        this.seals = seals;
    }

    @Override
    public Optional<Text> banner() {
        return seals.trouble().map(said -> Text.of("portal.sealing.trouble"));
    }
}
