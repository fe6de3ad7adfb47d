package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
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
                        "",
                        new ShengmoProperties.Log("", "", Duration.ofMillis(400), List.of()),
                        new ShengmoProperties.Petition("", 60, ""),
                        new ShengmoProperties.Ocds("ocds-000000", "https://shengmo.example")));
    }

    @Test
    void eachIsMappedFromTheEnvironment() {
        assertThat(bound(environment(Map.ofEntries(
                        Map.entry("SHENGMO_NAME", "临墨区"),
                        Map.entry("SHENGMO_ORIGIN", "linmo.example/log"),
                        Map.entry("SHENGMO_RULES", "/srv/rules"),
                        Map.entry("SHENGMO_REGISTERS", "/srv/registers"),
                        Map.entry("SHENGMO_LOG_KEY_FILE", "/srv/log.key"),
                        Map.entry("SHENGMO_LOG_SM2_KEY_FILE", "/srv/sm2.key"),
                        Map.entry("SHENGMO_LOG_INTERVAL", "800ms"),
                        Map.entry("SHENGMO_LOG_WITNESSES", "http://one.example key-1,http://two.example key-2"),
                        Map.entry("SHENGMO_PETITION_KEY_FILE", "/srv/petition.key"),
                        Map.entry("SHENGMO_PETITION_SUBMISSIONS_PER_HOUR", "6"),
                        Map.entry("SHENGMO_OCDS_PREFIX", "ocds-abc123"),
                        Map.entry("SHENGMO_OCDS_BASE", "https://linmo.example")))))
                .isEqualTo(new ShengmoProperties(
                        "临墨区",
                        "linmo.example/log",
                        "/srv/rules",
                        "/srv/registers",
                        new ShengmoProperties.Log(
                                "/srv/log.key",
                                "/srv/sm2.key",
                                Duration.ofMillis(800),
                                List.of("http://one.example key-1", "http://two.example key-2")),
                        new ShengmoProperties.Petition("/srv/petition.key", 6, ""),
                        new ShengmoProperties.Ocds("ocds-abc123", "https://linmo.example")));
    }

    /** As rooms read it, by a placeholder, and with the dashes that a shell can't put into a name. */
    @Test
    void aPlaceholderFindsWhatTheEnvironmentSays() {
        StandardEnvironment program = new StandardEnvironment();
        program.getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        environment(Map.of("SHENGMO_LOG_KEY_FILE", "/srv/log.key")));
        assertThat(program.resolvePlaceholders("${shengmo.log.key-file:}")).isEqualTo("/srv/log.key");
    }

    @Test
    void everyValueThatARoomReadsIsListed() throws IOException {
        Set<String> read = new TreeSet<>();
        for (Path file : javaFiles()) {
            Matcher placeholder =
                    Pattern.compile("\\$\\{(shengmo\\.[a-z0-9.-]+)").matcher(Files.readString(file));
            while (placeholder.find()) {
                read.add(placeholder.group(1));
            }
        }
        assertThat(read).isNotEmpty().isEqualTo(listed("shengmo", ShengmoProperties.class));
    }

    private static List<Path> javaFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("kernel", "institutions", "app")) {
            try (Stream<Path> found = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }

    private static Set<String> listed(String prefix, Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            names.addAll(component.getType().isRecord() ? listed(name, component.getType()) : Set.of(name));
        }
        return names;
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
