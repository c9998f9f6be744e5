package mo.farol.phone.http;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The gateways of one deployment: any of them can answer anything. */
public final class GatewayAddresses {
    private final List<URI> addresses;
    private final AtomicInteger turn = new AtomicInteger();

    /** @throws IllegalArgumentException when there is none, or one that is not {@code http(s)://host} */
    public GatewayAddresses(List<URI> addresses) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("at least one gateway address is needed");
        }
        for (URI address : addresses) {
            if (address.getHost() == null
                    || !String.valueOf(address.getScheme()).matches("https?")) {
                throw new IllegalArgumentException("not a gateway's address: " + address);
            }
        }
        this.addresses = List.copyOf(addresses);
    }

    public int count() {
        return addresses.size();
    }

    /** The gateway that is asked now. */
    public URI current() {
        return addresses.get(Math.floorMod(turn.get(), addresses.size()));
    }

    /** Turns to the next gateway, unless another caller already left {@code failed}. */
    public void leave(URI failed) {
        int seen = turn.get();
        if (addresses.get(Math.floorMod(seen, addresses.size())).equals(failed)) {
            turn.compareAndSet(seen, seen + 1);
        }
    }
}
