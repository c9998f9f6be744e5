package mo.farol.bench.world;

import java.io.IOException;
import java.net.URI;
import mo.farol.bench.process.Ports;

/**
 * Where a gateway listens, on the loopback address.
 *
 * @param number from 1
 */
record Node(int number, int port, int managementPort, int memberPort) {
    static Node free(int number) throws IOException {
        return new Node(number, Ports.free(), Ports.free(), Ports.free());
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    String member() {
        return "127.0.0.1:" + memberPort;
    }
}
