package org.shengmo.command;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.shengmo.access.Accounts;
import org.shengmo.store.Ladder;
import org.shengmo.store.Migrations;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo serve}: the service on a PostgreSQL of the district's own. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Console console;
    private final Map<String, String> environment;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080")
    private int port;

    @Option(names = "--address", paramLabel = "ADDRESS", defaultValue = "127.0.0.1")
    private String address;

    @SuppressWarnings("UnusedVariable") // read before the rest is parsed, for help is said in it too
    @Option(names = "--lang", paramLabel = "zh|en")
    private String language;

    ServeCommand(Console console) {
        this(console, System.getenv());
    }

    /** @param environment where the database and the key are named */
    ServeCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        DatabaseSettings database = DatabaseSettings.from(environment);
        String key = keyFile();
        Ports.requireFree(port);
        database.usable();
        new Migrations(Ladder.read()).migrate(database.owner(), database.user());
        refuseDemonstration(Accounts.withDemonstrationPassword(database.application()));
        Map<String, Object> settings = Map.of(
                "server.port",
                port,
                "server.address",
                address,
                "shengmo.log.key-file",
                key,
                "server.forward-headers-strategy",
                "native",
                "server.servlet.session.cookie.secure",
                !address.equals("127.0.0.1"));
        try (ConfigurableApplicationContext program =
                Startup.web(database.application(), Clock.class, Clock.system(ZONE), settings)) {
            CountDownLatch closed = new CountDownLatch(1);
            program.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
            console.say("command.serve.open", address + ":" + port);
            closed.await();
        }
        return 0;
    }

    private String keyFile() {
        String file = environment.getOrDefault("SHENGMO_LOG_KEY_FILE", "");
        if (file.isBlank()) {
            throw new UsedWrongly("command.serve.key-file");
        }
        return file;
    }

    /** A password that is printed on every demonstration's console opens no real service; asked before the port opens. */
    private static void refuseDemonstration(List<String> logins) {
        if (!logins.isEmpty()) {
            throw new UsedWrongly(
                    "command.serve.demonstration",
                    logins.size(),
                    String.join(", ", logins.subList(0, Math.min(5, logins.size()))));
        }
    }
}
