package mo.farol.server.discovery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import mo.farol.api.ApiFile;
import mo.farol.api.json.WireJson;
import mo.farol.api.problem.Catalogue;
import mo.farol.api.problem.ProblemCode;
import mo.farol.api.problem.PublishedCatalogue;
import mo.farol.server.auth.Scope;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.keys.GatewayKeys;

/** Documents that are the same for everyone and may be cached: metadata, keys, the catalogue of problems, the APIs. */
public final class PublicDocuments implements Routes {
    private static final String JSON = "application/json";
    private static final String CACHED = "public, max-age=300";

    private final byte[] metadata;
    private final byte[] jwks;
    private final byte[] codeKeys;
    private final PublishedCatalogue problems;

    public PublicDocuments(GatewayKeys keys, String issuer, boolean mtls, Catalogue catalogue) {
        var scopes = Arrays.stream(Scope.values()).map(Scope::label).toList();
        this.metadata = WireJson.write(AuthorizationServer.of(issuer, scopes, mtls));
        this.jwks = WireJson.write(keys.jwks());
        this.codeKeys = CodeKeyList.signed(keys, issuer).getBytes(StandardCharsets.US_ASCII);
        this.problems = PublishedCatalogue.of(catalogue);
    }

    @Override
    public void mount(Router router) {
        router.get("/.well-known/oauth-authorization-server").handler(ctx -> send(ctx, JSON, metadata));
        router.get("/.well-known/jwks.json").handler(ctx -> send(ctx, "application/jwk-set+json", jwks));
        router.get("/.well-known/code-keys").handler(ctx -> send(ctx, "application/jose", codeKeys));
        byte[] all = WireJson.write(problems);
        router.get("/problems").handler(ctx -> send(ctx, JSON, all));
        router.get("/problems/:code").handler(this::problem);
        for (ApiFile file : ApiFile.values()) {
            byte[] yaml = file.yaml();
            router.get("/openapi/" + file.fileName()).handler(ctx -> send(ctx, "application/yaml", yaml));
        }
    }

    private void problem(RoutingContext ctx) {
        PublishedCatalogue one = problems.only(ctx.pathParam("code"));
        if (one.entries().isEmpty()) {
            ctx.fail(new RequestRefused(ProblemCode.NOT_FOUND));
        } else {
            send(ctx, JSON, WireJson.write(one));
        }
    }

    private static void send(RoutingContext ctx, String mediaType, byte[] bytes) {
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, CACHED)
                .end(Buffer.buffer(bytes));
    }
}
