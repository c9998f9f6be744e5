package mo.farol.core.arrowfixture;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Core knows Vert.x by its future only. */
public interface SeesVertx {
    Future<Void> on(Vertx vertx);
}
