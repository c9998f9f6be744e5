package mo.farol.server.http;

import io.vertx.ext.web.Router;

/**
 * Operations of one feature. Routes under {@code /v1/} see only requests of a signed-in terminal within its limits,
 * with the whole body in {@code ctx.body()}; a refusal is {@code ctx.fail(new RequestRefused(...))}.
 */
@FunctionalInterface
public interface Routes {
    /** Called once per event loop. */
    void mount(Router router);
}
