package mo.farol.server.health;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Whether this gateway may be sent requests: its parts say yes, and it is not about to stop. */
public final class Readiness {
    private final List<Supplier<List<String>>> parts;
    private final AtomicBoolean draining = new AtomicBoolean();

    /** @param parts each says what keeps it from work, one short sentence each, without asking anybody */
    public Readiness(List<Supplier<List<String>>> parts) {
        this.parts = List.copyOf(parts);
    }

    /** From now on not ready: what sends requests should send them elsewhere. */
    public void drain() {
        draining.set(true);
    }

    /** Why not; empty when ready. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (draining.get()) {
            problems.add("the gateway is stopping");
        }
        parts.forEach(part -> problems.addAll(part.get()));
        return problems;
    }
}
