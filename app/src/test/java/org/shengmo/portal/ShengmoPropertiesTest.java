package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockPropertySource;

class ShengmoPropertiesTest {

    private static ShengmoProperties bound(PropertySource<?> source) {
        return new Binder(ConfigurationPropertySources.from(source)).bindOrCreate("shengmo", ShengmoProperties.class);
    }

    private static PropertySource<?> environment(Map<String, Object> variables) {
        return new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables);
    }

    @Test
    void defaults() {
        assertThat(bound(environment(Map.of())))
                .isEqualTo(new ShengmoProperties(
                        "",
                        "shengmo.example/log",
                        "",
                        new ShengmoProperties.Log("", Duration.ofMillis(200), List.of())));
    }

    @Test
    void eachIsMappedFromTheEnvironment() {
        assertThat(bound(environment(Map.of(
                        "SHENGMO_NAME", "临墨区",
                        "SHENGMO_ORIGIN", "linmo.example/log",
                        "SHENGMO_RULES", "/srv/rules",
                        "SHENGMO_LOG_KEYFILE", "/srv/log.key",
                        "SHENGMO_LOG_INTERVAL", "1s",
                        "SHENGMO_LOG_WITNESSES", "http://one.example key-1,http://two.example key-2"))))
                .isEqualTo(new ShengmoProperties(
                        "临墨区",
                        "linmo.example/log",
                        "/srv/rules",
                        new ShengmoProperties.Log(
                                "/srv/log.key",
                                Duration.ofSeconds(1),
                                List.of("http://one.example key-1", "http://two.example key-2"))));
    }

    @Test
    void eachIsMappedFromItsProperty() {
        MockPropertySource properties = new MockPropertySource();
        properties.withProperty("shengmo.name", "临墨区").withProperty("shengmo.log.key-file", "/srv/log.key");
        assertThat(bound(properties).name()).isEqualTo("临墨区");
        assertThat(bound(properties).log().keyFile()).isEqualTo("/srv/log.key");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> bound(environment(Map.of("SHENGMO_LOG_INTERVAL", "soon"))))
                .isInstanceOf(BindException.class);
    }
}
