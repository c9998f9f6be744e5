package mo.farol.core.policy;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks once for all who want the same grant at the same time: when a cached one ends its life, many do at once. */
public final class SharedLookUps implements PolicyCatalogue {
    private record Key(long institution, String purpose) {}

    private final PolicyCatalogue catalogue;
    private final Map<Key, Future<Optional<Grant>>> running = new ConcurrentHashMap<>();

    public SharedLookUps(PolicyCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Future<Optional<Grant>> grant(long institution, String purpose) {
        Key key = new Key(institution, purpose);
        Future<Optional<Grant>> known = running.get(key);
        return known != null ? known : ask(key);
    }

    private Future<Optional<Grant>> ask(Key key) {
        Future<Optional<Grant>> asked = catalogue.grant(key.institution(), key.purpose());
        if (!asked.isComplete()) {
            running.put(key, asked);
            asked.onComplete(answered -> running.remove(key, asked));
        }
        return asked;
    }

    /** Whoever asks after this does not get an answer that was on its way before. */
    @Override
    public void forget(long institution, String purpose) {
        catalogue.forget(institution, purpose);
        running.remove(new Key(institution, purpose));
    }
}
