package org.shengmo.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Serves a witness over HTTP: {@code POST /add-checkpoint}, C2SP tlog-witness. */
public final class WitnessServer implements AutoCloseable {

    private static final int LONGEST = 1 << 20;

    private final Witness witness;
    private final Consumer<IOException> troubles;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);

    /**
     * Starts serving.
     *
     * @param troubles is told when the state can't be kept; the client gets status 500
     */
    public WitnessServer(Witness witness, InetSocketAddress address, Consumer<IOException> troubles)
            throws IOException {
        this.witness = witness;
        this.troubles = troubles;
        this.server = HttpServer.create(address, 0);
        server.setExecutor(workers);
        server.createContext("/add-checkpoint", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Witness.Answer answer = answer(exchange);
            byte[] body = Witness.utf8(answer);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Witness.Answer answer(HttpExchange exchange) throws IOException {
        boolean here = exchange.getRequestURI().getPath().equals("/add-checkpoint");
        if (!here || !exchange.getRequestMethod().equals("POST")) {
            return new Witness.Answer(here ? 405 : 404, "text/plain; charset=utf-8", "POST /add-checkpoint\n");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return new Witness.Answer(413, "text/plain; charset=utf-8", "longer than " + LONGEST + " bytes\n");
        }
        try {
            return witness.addCheckpoint(body);
        } catch (IOException e) {
            troubles.accept(e);
            return new Witness.Answer(500, "text/plain; charset=utf-8", "the witness can't keep its state\n");
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
    }
}
