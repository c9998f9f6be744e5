package mo.farol.demo.gateway;

import java.net.URI;

/**
 * Where one gateway of the demo listens, on the loopback address.
 *
 * @param number from 1
 * @param port of the API
 * @param managementPort of health and metrics
 * @param memberPort of cluster traffic
 */
public record GatewayAddress(int number, int port, int managementPort, int memberPort) {
    /** The address of the API, without a trailing slash. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    public String member() {
        return "127.0.0.1:" + memberPort;
    }
}
