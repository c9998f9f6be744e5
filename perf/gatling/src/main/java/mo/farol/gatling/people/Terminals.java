package mo.farol.gatling.people;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mo.farol.phone.terminal.SignInRefused;

/**
 * The kit's terminals, by turns. Their tokens are renewed beside the load, so that no request waits for a sign-in.
 */
public final class Terminals implements AutoCloseable {
    /** Well within the half minute before a token's end in which it is renewed. */
    private static final int RENEWED_EVERY = 5;

    private final List<Terminal> all;
    private final AtomicLong turn = new AtomicLong();
    private final AtomicLong notRenewed = new AtomicLong();
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("sign-ins").unstarted(work));

    Terminals(List<Terminal> all) {
        this.all = List.copyOf(all);
    }

    void renewBesides() {
        renewing.scheduleWithFixedDelay(this::renew, RENEWED_EVERY, RENEWED_EVERY, TimeUnit.SECONDS);
    }

    private void renew() {
        for (Terminal terminal : all) {
            try {
                terminal.renew();
            } catch (IOException | SignInRefused e) {
                // The old token goes on being used; when it ends, the report shows it.
                notRenewed.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** @throws IllegalArgumentException when none may ask for it */
    Terminal next(String purpose) {
        for (int i = 0; i < all.size(); i++) {
            Terminal terminal = all.get((int) (turn.getAndIncrement() % all.size()));
            if (terminal.mayAskFor(purpose)) {
                return terminal;
            }
        }
        throw new IllegalArgumentException("no terminal of the kit may ask for " + purpose);
    }

    /** In the order of the kit. */
    List<String> purposes() {
        Set<String> purposes = new LinkedHashSet<>();
        all.forEach(terminal -> purposes.addAll(terminal.purposes()));
        return List.copyOf(purposes);
    }

    /** How often a terminal could not sign in anew. */
    public long notRenewed() {
        return notRenewed.get();
    }

    @Override
    public void close() {
        renewing.shutdownNow();
        all.forEach(Terminal::close);
    }
}
