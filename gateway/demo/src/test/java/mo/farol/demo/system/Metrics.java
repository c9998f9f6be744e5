package mo.farol.demo.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.phone.http.Transport;

/** A gateway's figures, as its management port tells them now. */
record Metrics(GatewayAddress gateway) {
    /** The value of the line that begins with {@code name}; 0 when there is none yet. */
    double value(String name) {
        return text().lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    double alreadyUsed() {
        return text().lines()
                .filter(line -> line.startsWith("farol_verifications_total") && line.contains("\"already_used\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String text() {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            return new String(
                    transport
                            .send(HttpRequest.newBuilder(gateway.management().resolve("/metrics")))
                            .body(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("no metrics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
