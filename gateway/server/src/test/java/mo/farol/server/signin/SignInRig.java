package mo.farol.server.signin;

import static mo.farol.server.testing.Awaiting.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mo.farol.api.problem.Catalogue;
import mo.farol.core.binding.Caller;
import mo.farol.server.config.LimitsConfig;
import mo.farol.server.config.ListenerConfig;
import mo.farol.server.config.RateConfig;
import mo.farol.server.config.SignInConfig;
import mo.farol.server.http.ApiListener;
import mo.farol.server.http.JsonAnswer;
import mo.farol.server.metrics.GatewayMetrics;
import mo.farol.token.crypto.Crypto;

/** The real listener with the real sign-in before routes that only say who signed in. */
final class SignInRig implements AutoCloseable {
    static final String RESIDENT = "/resident/v1/me";
    static final String BIND = "/resident/v1/bind";
    static final String OPERATOR = "/operator/v1/me";
    static final String REGISTRY = "/operator/v1/registry";

    private static final LimitsConfig LIMITS = new LimitsConfig(
            new RateConfig(50, 200),
            new RateConfig(2000, 8000),
            new RateConfig(10, 60),
            new RateConfig(20, 100),
            16_384,
            2048,
            5,
            10,
            15,
            30,
            2048,
            30_000);
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    final MovableTime time = new MovableTime();
    final FakeAccounts accounts = new FakeAccounts();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PeopleSignIn people;
    private final int port;

    /** @param unknownEvery how often unknown key ids may make a provider's keys be read */
    SignInRig(SignInConfig config, Duration unknownEvery) {
        people = await(PeopleSignIn.start(
                new ProviderStart(vertx, config, unknownEvery),
                Crypto.preferred().crypto(),
                config));
        GatewayMetrics metrics = new GatewayMetrics();
        ResidentSignIn residents = people.residents(accounts, time);
        OperatorSignIn operators = people.operators(time);
        await(vertx.deployVerticle(new ApiListener(
                new ListenerConfig("127.0.0.1", 0, null),
                LIMITS,
                new Catalogue(Catalogue.DEFAULT_HELP_LINE),
                metrics,
                loop -> List.of(router -> mount(router, residents, operators)))));
        port = metrics.port().join();
    }

    private static void mount(Router router, ResidentSignIn residents, OperatorSignIn operators) {
        router.route("/resident/v1/*").handler(residents);
        router.route("/operator/v1/*").handler(operators);
        router.get(RESIDENT).handler(SignInRig::resident);
        router.get(BIND).handler(ctx -> {
            if (SignedInResident.of(ctx).caller().steppedUp()) {
                resident(ctx);
            } else {
                StepUp.needed(ctx);
            }
        });
        router.get(OPERATOR).handler(SignInRig::operator);
        router.get(REGISTRY)
                .handler(RequiredRole.anyOf(OperatorRole.REGISTRY_OFFICER))
                .handler(SignInRig::operator);
    }

    private static void resident(RoutingContext ctx) {
        Caller caller = SignedInResident.of(ctx).caller();
        JsonAnswer.send(
                ctx,
                200,
                new JsonObject()
                        .put("resident", caller.resident())
                        .put("session", HexFormat.of().formatHex(caller.session()))
                        .put("channel", caller.channel().label())
                        .put("stepped_up", caller.steppedUp())
                        .getMap());
    }

    private static void operator(RoutingContext ctx) {
        SignedInOperator operator = SignedInOperator.of(ctx);
        JsonArray roles = new JsonArray();
        operator.roles().stream().map(OperatorRole::label).sorted().forEach(roles::add);
        JsonAnswer.send(
                ctx,
                200,
                new JsonObject()
                        .put("pseudonym", operator.caller().pseudonym())
                        .put("roles", roles.getList())
                        .getMap());
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return client.send(request(path, "Authorization", "Bearer " + token), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> getWith(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> getSoon(String path, String token) {
        return client.sendAsync(
                request(path, "Authorization", "Bearer " + token), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", "en")
                .header("traceparent", TRACE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    static JsonObject json(HttpResponse<String> answer) {
        return new JsonObject(answer.body());
    }

    static String code(HttpResponse<String> answer) {
        return answer.statusCode() + " " + json(answer).getString("code");
    }

    @Override
    public void close() {
        await(people.close());
        await(vertx.close());
    }
}
