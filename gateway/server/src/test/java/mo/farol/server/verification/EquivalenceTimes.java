package mo.farol.server.verification;

import static mo.farol.store.testing.World.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.PublicKeys;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import org.junit.jupiter.api.Test;

/**
 * Not part of the build: how long texts take that open and are not genuine, by what is wrong with them, interleaved. By
 * hand, on a quiet machine: {@code ./mvnw -pl gateway/server -am test -Dtest=EquivalenceTimes
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfarol.samples=20000}.
 */
class EquivalenceTimes {
    private static final int SAMPLES = Integer.getInteger("farol.samples", 2000);
    private static final int WARM_UP = 2000;
    private static final TerminalIdentity BESIDE = new TerminalIdentity(-1, -1, "beside");
    private static final int RESAMPLES = 1000;
    /** Fewer than a terminal may spend at once. */
    private static final int PER_TERMINAL = 900;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Random random = new Random(20261125);

    /** What is wrong, and whether this node has the key at hand. */
    private enum Kind {
        UNKNOWN_BINDING,
        ANOTHERS_SIGNATURE_CACHED,
        ANOTHERS_SIGNATURE_NOT_CACHED,
        RETIRED_KEY_CACHED,
        RETIRED_KEY_NOT_CACHED
    }

    @Test
    void tell() {
        try (NotGenuineRig rig = new NotGenuineRig(false)) {
            for (int i = 0; i <= (WARM_UP + SAMPLES) * Kind.values().length / PER_TERMINAL; i++) {
                rig.terminal("t" + i);
            }
            measure(rig, new InMemory(rig), "look-ups in memory: the cryptography and the steps alone");
            measure(rig, rig.publicKeys(), "look-ups in PostgreSQL");
        }
    }

    private void measure(NotGenuineRig rig, PublicKeys keys, String title) {
        Map<Kind, long[]> nanos = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            nanos.put(kind, new long[SAMPLES]);
        }
        List<Kind> order = new ArrayList<>(List.of(Kind.values()));
        int asked = 0;
        for (int i = -WARM_UP; i < SAMPLES; i++) {
            Collections.shuffle(order, random);
            for (Kind kind : order) {
                long took = time(rig, keys, kind, "t" + asked++ / PER_TERMINAL);
                if (i >= 0) {
                    Objects.requireNonNull(nanos.get(kind))[i] = took;
                }
            }
        }
        report(title, nanos);
    }

    private static long time(NotGenuineRig rig, PublicKeys keys, Kind kind, String terminal) {
        String text = text(rig, kind);
        BindingKeyId id = rig.deployment.keyId;
        // Looked up before every sample, so that none finds the connection in another state than the others.
        keys.forget(id);
        await(keys.find(id, BESIDE));
        keys.giveBack(BESIDE);
        if (kind != Kind.ANOTHERS_SIGNATURE_CACHED && kind != Kind.RETIRED_KEY_CACHED) {
            keys.forget(id);
        }
        Promise<Long> took = Promise.promise();
        rig.vertx.runOnContext(on -> {
            long began = System.nanoTime();
            rig.verify(keys, terminal, text).onComplete(done -> took.complete(System.nanoTime() - began));
        });
        return await(took.future());
    }

    private static String text(NotGenuineRig rig, Kind kind) {
        long now = rig.now();
        return switch (kind) {
            case UNKNOWN_BINDING -> rig.texts.unknownBinding(now);
            case ANOTHERS_SIGNATURE_CACHED, ANOTHERS_SIGNATURE_NOT_CACHED -> rig.texts.anothersSignature(now);
            case RETIRED_KEY_CACHED, RETIRED_KEY_NOT_CACHED -> rig.texts.retiredKey(now);
        };
    }

    private void report(String title, Map<Kind, long[]> nanos) {
        out.println(title + ", " + SAMPLES + " of each, microseconds");
        out.println("| what is wrong | median | p25 to p75 | difference of medians to unknown (95 %) |");
        long[] unknown = Objects.requireNonNull(nanos.get(Kind.UNKNOWN_BINDING));
        nanos.forEach((kind, all) -> {
            double[] apart = differences(all, unknown);
            out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f to %.1f | %.2f (%.2f to %.2f) |%n",
                    kind,
                    quantile(all, 0.5),
                    quantile(all, 0.25),
                    quantile(all, 0.75),
                    quantile(all, 0.5) - quantile(unknown, 0.5),
                    apart[(int) (RESAMPLES * 0.025)],
                    apart[(int) (RESAMPLES * 0.975)]);
        });
    }

    /** Differences of medians of resamples (bootstrap), sorted. */
    private double[] differences(long[] one, long[] other) {
        double[] apart = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            apart[i] = quantile(resample(one), 0.5) - quantile(resample(other), 0.5);
        }
        Arrays.sort(apart);
        return apart;
    }

    private long[] resample(long[] of) {
        long[] drawn = new long[of.length];
        Arrays.setAll(drawn, i -> of[random.nextInt(of.length)]);
        return drawn;
    }

    private static double quantile(long[] nanos, double at) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) (at * (sorted.length - 1))] / 1000.0;
    }

    /** The one known key, at hand or looked up without a database. */
    private static final class InMemory implements PublicKeys {
        private final BindingKeyId id;
        private final BindingPublicKey key;
        private boolean cached;

        InMemory(NotGenuineRig rig) {
            id = rig.deployment.keyId;
            key = rig.deployment.phone.publicKey();
        }

        @Override
        public Future<Found> find(BindingKeyId asked, TerminalIdentity onBehalfOf) {
            boolean known = asked.equals(id);
            boolean before = cached;
            cached = cached || known;
            return Future.succeededFuture(new Found(known ? Optional.of(key) : Optional.empty(), !known || !before));
        }

        @Override
        public Future<Void> lookUpAgain(BindingKeyId asked, TerminalIdentity onBehalfOf) {
            return Future.succeededFuture();
        }

        @Override
        public void giveBack(TerminalIdentity onBehalfOf) {
            // Nothing is budgeted here.
        }

        @Override
        public void forget(BindingKeyId forgotten) {
            cached = false;
        }
    }
}
