package mo.farol.server.witness;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.CosignatureKey;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.NoteKey;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.ProofCheck;
import mo.farol.core.accesslog.tree.TreeHash;
import mo.farol.server.testing.WebServer;

/** A witness of one log that keeps to C2SP tlog-witness: it remembers, checks every proof, and cosigns. */
public final class TestWitness implements AutoCloseable {
    private final KeyPair pair = newPair();
    private final CosignatureKey key;
    private final WebServer server;
    private final AtomicReference<Checkpoint> seen = new AtomicReference<>();
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private volatile NoteKey log;

    /** @param log the key of the log that it knows */
    public TestWitness(Vertx vertx, String name, NoteKey log) {
        this.log = log;
        byte[] encoded = pair.getPublic().getEncoded();
        this.key = CosignatureKey.of(name, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        this.server = new WebServer(vertx, this::answer);
    }

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public CosignatureKey key() {
        return key;
    }

    public URI url() {
        return server.url("/farol");
    }

    public WebServer server() {
        return server;
    }

    /** Back to what it does by itself. */
    public void behave() {
        server.answer(this::answer);
    }

    /** From now on it knows this log. */
    public void know(NoteKey other) {
        log = other;
    }

    /** What it has seen; empty from size 0. */
    public Checkpoint seen() {
        Checkpoint now = seen.get();
        return now == null ? new Checkpoint(log.name(), 0, TreeHash.empty()) : now;
    }

    /** As if it had been shown this before. */
    public void remember(Checkpoint checkpoint) {
        seen.set(checkpoint);
    }

    /** Requests so far, oldest first. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    private void answer(HttpServerRequest request) {
        boolean right = request.path().equals("/farol/add-checkpoint")
                && request.method().name().equals("POST");
        request.body().onSuccess(body -> {
            bodies.add(body.toString(StandardCharsets.UTF_8));
            if (right) {
                judge(body.toString(StandardCharsets.UTF_8), request.response());
            } else {
                request.response().setStatusCode(405).end();
            }
        });
    }

    private void judge(String body, HttpServerResponse response) {
        int end = body.indexOf("\n\n");
        String[] lines = body.substring(0, end).split("\n");
        String note = body.substring(end + 2);
        long older = Long.parseLong(lines[0].substring("old ".length()));
        List<byte[]> proof = new ArrayList<>();
        Arrays.stream(lines)
                .skip(1)
                .forEach(line -> proof.add(Base64.getDecoder().decode(line)));
        if (!note.startsWith(log.name() + "\n")) {
            response.setStatusCode(404).end();
            return;
        }
        try {
            judge(SignedCheckpoint.open(note, log).checkpoint(), older, proof, response);
        } catch (InvalidNote e) {
            response.setStatusCode(403).end();
        }
    }

    private void judge(Checkpoint newer, long older, List<byte[]> proof, HttpServerResponse response) {
        Checkpoint now = seen();
        if (older > newer.size()) {
            response.setStatusCode(400).end();
        } else if (older != now.size() || older == newer.size() && older > 0 && !now.equals(newer)) {
            response.setStatusCode(409)
                    .putHeader("Content-Type", "text/x.tlog.size")
                    .end(now.size() + "\n");
        } else if (!ProofCheck.extend(now.root(), older, newer.root(), newer.size(), proof)) {
            response.setStatusCode(422).end();
        } else {
            seen.set(newer);
            response.end("\u2014 another.example/w9 AAAA\n" + cosign(newer, System.currentTimeMillis() / 1000));
        }
    }

    /** The line by which it cosigns, whatever it has seen. */
    public String cosign(Checkpoint checkpoint, long time) {
        try {
            Signature signature = Signature.getInstance("Ed25519", "SunEC");
            signature.initSign(pair.getPrivate());
            signature.update(CosignatureKey.message(checkpoint, time).getBytes(StandardCharsets.UTF_8));
            return key.line(time, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
