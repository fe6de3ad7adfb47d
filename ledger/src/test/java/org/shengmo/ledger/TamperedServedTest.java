package org.shengmo.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** The same over HTTP. */
class TamperedServedTest extends TamperingContract {

    private static final String PREFIX = "/log/";

    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private HttpServer server;

    @Override
    TileSource read(TamperedStorage tampered) throws IOException {
        stop();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext(PREFIX, exchange -> answer(exchange, tampered));
        server.start();
        return new HttpTileSource(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/log"));
    }

    private static void answer(HttpExchange exchange, TamperedStorage tampered) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
            Optional<byte[]> body =
                    path.equals("checkpoint") ? tampered.checkpoint() : tampered.read(TilePath.parse(path));
            exchange.sendResponseHeaders(body.isPresent() ? 200 : 404, body.isPresent() ? body.get().length : -1);
            exchange.getResponseBody().write(body.orElse(new byte[0]));
        } catch (IOException broken) {
            exchange.sendResponseHeaders(500, -1);
        }
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @AfterEach
    void stopWorkers() {
        workers.shutdown();
    }
}
