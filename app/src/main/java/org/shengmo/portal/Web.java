package org.shengmo.portal;

import java.util.concurrent.TimeUnit;
import org.shengmo.access.web.Assets;
import org.shengmo.store.Ladder;
import org.shengmo.wording.Words;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Words, languages and static files. */
@Configuration(proxyBeanMethods = false)
class Web implements WebMvcConfigurer {

    private final Languages languages;
    private final FirstPassword firstPassword;

    Web(Languages languages, FirstPassword firstPassword) {
        this.languages = languages;
        this.firstPassword = firstPassword;
    }

    @Bean
    static Ladder ladder() {
        return Ladder.read();
    }

    @Bean
    static Words words(Ladder ladder) {
        return Words.of(ladder);
    }

    @Bean
    static MessageSource messageSource(Words words) {
        return words.source();
    }

    @Bean
    static Assets assets(ResourceUrlProvider urls) {
        return path -> {
            String href = urls.getForLookupPath(path);
            if (href == null) {
                throw new IllegalArgumentException("no static file " + path);
            }
            return href;
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(languages);
        registry.addInterceptor(firstPassword);
    }

    /** The address holds the content's hash: what it names never changes. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl forEver =
                CacheControl.maxAge(365, TimeUnit.DAYS).cachePublic().immutable();
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations(
                        "classpath:/META-INF/resources/webjars/", "classpath:/META-INF/resources/_static/")
                .setCacheControl(forEver)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler("/*.css", "/*.js", "/*.svg")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(forEver)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
