package org.shengmo.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Looks at a port before long work starts that would end in vain. */
final class Ports {

    private Ports() {}

    /** @throws UsedWrongly when something else listens there already */
    static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException | IllegalArgumentException taken) {
            throw new UsedWrongly("command.port.taken", Integer.toString(port));
        }
    }
}
