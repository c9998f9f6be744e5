package mo.farol.simulation.postgres;

import io.vertx.core.buffer.Buffer;

/**
 * A row of {@code binding}, its card in order.
 *
 * @param status 1 active, 2 suspended, 3 superseded, 4 unbound
 */
public record BindingRow(long id, long resident, long keyId, Buffer publicKey, Buffer keyHash, int status) {
    public static final int ACTIVE = 1;
    public static final int SUSPENDED = 2;
    public static final int SUPERSEDED = 3;
    public static final int UNBOUND = 4;

    public BindingRow with(int newStatus) {
        return new BindingRow(id, resident, keyId, publicKey, keyHash, newStatus);
    }
}
