package org.shengmo.pledge;

import java.util.Optional;
import java.util.Set;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Publishable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the public is told of promises: what was promised, and how each goes on. */
@Configuration(proxyBeanMethods = false)
class PledgeNews {

    @Bean
    Publishable pledgePromiseNews(Pledges pledges) {
        return new PromiseNews("pledge.promise", Set.of(Kind.of("pledge.promised")), pledges);
    }

    @Bean
    Publishable pledgeProgressNews(Pledges pledges) {
        return new PromiseNews(
                "pledge.progress", Set.of(Kind.of("pledge.reached"), Kind.of("pledge.delayed")), pledges);
    }

    private record PromiseNews(String item, Set<Kind> kinds, Pledges pledges) implements Publishable {

        @Override
        public Optional<News> of(Entry act) {
            return pledges.promise(act.about().id())
                    .map(promise -> new News(
                            title(act, promise), text(act, promise), promise.leadBody(), "/pledges/" + promise.id()));
        }

        private static String title(Entry act, Promise promise) {
            Object milestone = act.payload().get("milestone");
            return milestone == null ? promise.title() : promise.title() + "：" + milestone;
        }

        private static String text(Entry act, Promise promise) {
            return switch (act.kind().code()) {
                case "pledge.reached" -> act.payload().get("account").toString();
                case "pledge.delayed" ->
                    "原定 %s，现定 %s。原因：%s"
                            .formatted(
                                    act.payload().get("from"),
                                    act.payload().get("to"),
                                    act.payload().get("reasons"));
                default -> promise.text();
            };
        }
    }
}
