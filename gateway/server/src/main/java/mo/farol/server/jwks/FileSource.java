package mo.farol.server.jwks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A key set in a file. */
record FileSource(Vertx vertx, Path file) implements KeySource {
    @Override
    public Future<byte[]> fetch() {
        return vertx.executeBlocking(this::bytes, false);
    }

    private byte[] bytes() throws JwksUnusable {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new JwksUnusable("the file has more than " + LONGEST + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new JwksUnusable("the file cannot be read", e);
        }
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }
}
