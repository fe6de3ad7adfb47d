package org.shengmo.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.shengmo.portal.Program;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the program on a database and a clock. */
final class Startup {

    private static final int CONNECTIONS = 16;

    private Startup() {}

    /** Starts everything with its pages. */
    static <C extends Clock> ConfigurableApplicationContext web(
            DataSource database, Class<C> clockType, C clock, Map<String, Object> settings, String... profiles) {
        return new SpringApplicationBuilder(Program.class)
                .profiles(profiles)
                .properties(settings)
                .logStartupInfo(false)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(DataSource.class, () -> pool(database));
                    beans.registerBean(clockType, () -> clock);
                })
                .run();
    }

    /** Starts the rooms without pages, for one command. */
    static ConfigurableApplicationContext rooms(DataSource database, Clock clock) {
        return rooms(database, clock, Map.of());
    }

    /** The same, with settings. */
    static ConfigurableApplicationContext rooms(DataSource database, Clock clock, Map<String, Object> settings) {
        return new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .logStartupInfo(false)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(DataSource.class, () -> pool(database));
                    beans.registerBean(Clock.class, () -> clock);
                })
                .run();
    }

    private static DataSource pool(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }
}
