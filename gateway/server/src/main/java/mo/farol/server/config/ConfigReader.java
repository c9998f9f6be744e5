package mo.farol.server.config;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mo.farol.api.problem.Catalogue;
import mo.farol.core.challenge.ChallengeLife;
import org.jspecify.annotations.Nullable;

/** Turns the merged configuration into its type, or into the list of all that is wrong with it. */
public final class ConfigReader {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    private final ConfigProblems problems = new ConfigProblems();
    private final Environment environment;
    private final Section root;

    private ConfigReader(JsonObject values, Map<String, String> environment) {
        this.environment = new Environment(environment);
        this.root = new Section("", values, this.environment, problems);
    }

    /**
     * @param values the YAML file's content
     * @param environment the process environment; only names that begin with {@code FAROL_} count
     * @throws InvalidConfig with every problem
     */
    public static GatewayConfig read(JsonObject values, Map<String, String> environment) throws InvalidConfig {
        ConfigReader reader = new ConfigReader(values, environment);
        GatewayConfig config = reader.gateway();
        reader.root.end();
        reader.environment.end(reader.problems);
        if (!reader.problems.all().isEmpty()) {
            throw new InvalidConfig(reader.problems.all());
        }
        return config;
    }

    private GatewayConfig gateway() {
        Profile profile = profile();
        String issuer = issuer(profile);
        return new GatewayConfig(
                profile,
                root.flag("synthetic", false),
                issuer,
                root.text("help_line", Catalogue.DEFAULT_HELP_LINE),
                root.number("event_loops", Runtime.getRuntime().availableProcessors(), 1, 256),
                root.number("drain_seconds", profile == Profile.DEMO ? 0 : 5, 0, 300),
                listener(profile),
                management(profile),
                store(profile),
                root.untyped("cluster"),
                keys(),
                new LogReader(root.section("log"), profile).read(issuer),
                codes(),
                new TicketsReader(root.section("tickets")).read(),
                new LimitsReader(root.section("limits")).read(),
                new SignInReader(root.section("sign_in"), profile).read(),
                new ProofsReader(root, profile).read(),
                root.has("mail") ? Optional.of(new MailReader(root.section("mail"), profile).read()) : Optional.empty(),
                new BindingReader(root.section("binding")).read(root.has("attestation")));
    }

    private Profile profile() {
        return switch (root.text("profile", "production")) {
            case "demo" -> Profile.DEMO;
            case "production" -> Profile.PRODUCTION;
            default -> {
                root.problem("profile", "must be demo or production");
                yield Profile.PRODUCTION;
            }
        };
    }

    private String issuer(Profile profile) {
        String issuer = root.text("issuer");
        URI uri;
        try {
            uri = URI.create(issuer);
        } catch (IllegalArgumentException e) {
            root.problem("issuer", "is not a URL");
            return issuer;
        }
        boolean http = "http".equals(uri.getScheme()) && profile == Profile.DEMO;
        if (!issuer.isEmpty() && !http && !"https".equals(uri.getScheme())) {
            root.problem("issuer", "must be an https URL (http in the demo profile only)");
        }
        if (issuer.endsWith("/") || uri.getQuery() != null || uri.getFragment() != null) {
            root.problem("issuer", "must have no trailing slash, query or fragment");
        }
        return issuer;
    }

    private ListenerConfig listener(Profile profile) {
        Section section = root.section("listener");
        TlsConfig tls = section.has("tls") ? tls(section.section("tls")) : null;
        if (tls == null && profile != Profile.DEMO) {
            section.problem("tls", "is missing: outside the demo profile the API is served by TLS 1.3 only");
        }
        ListenerConfig listener =
                new ListenerConfig(section.text("host", "127.0.0.1"), section.number("port", 8443, 0, 65_535), tls);
        section.end();
        return listener;
    }

    private static TlsConfig tls(Section section) {
        TlsConfig tls =
                new TlsConfig(section.file("certificate"), section.file("key"), section.optionalFile("client_ca"));
        section.end();
        return tls;
    }

    private ManagementConfig management(Profile profile) {
        Section section = root.section("management");
        ManagementConfig management =
                new ManagementConfig(section.text("host", "127.0.0.1"), section.number("port", 9443, 0, 65_535));
        if (profile != Profile.DEMO && !LOOPBACK.contains(management.host())) {
            section.problem("host", "must be a loopback address outside the demo profile: it is not served by TLS");
        }
        section.end();
        return management;
    }

    private StoreSettings store(Profile profile) {
        Section section = root.section("store");
        @Nullable Path ca = section.optionalFile("root_certificate");
        if (ca == null && profile != Profile.DEMO) {
            section.problem(
                    "root_certificate",
                    "is missing: outside the demo profile PostgreSQL is reached by TLS with verify-full only");
        }
        boolean notDurable = section.flag("allow_not_durable", false);
        if (notDurable && profile != Profile.DEMO) {
            section.problem("allow_not_durable", "is for throw-away databases in the demo profile only");
        }
        StoreSettings store = new StoreSettings(
                section.text("host", "127.0.0.1"),
                section.number("port", 5432, 1, 65_535),
                section.text("database", "farol"),
                section.text("user", "farol_app"),
                section.secret("password"),
                section.optional("ddl_user"),
                section.optionalSecret("ddl_password"),
                ca,
                section.number("pool_size", 8, 1, 200),
                notDurable);
        section.end();
        return store;
    }

    private KeysConfig keys() {
        Section section = root.section("keys");
        KeysConfig keys = new KeysConfig(
                section.file("codes"), section.file("signing"), section.file("at_rest"), section.secret("password"));
        section.end();
        return keys;
    }

    private CodesConfig codes() {
        Section section = root.section("codes");
        CodesConfig codes = new CodesConfig(
                section.number("life_seconds", CodesConfig.DEFAULTS.lifeSeconds(), 1, 600),
                section.number("tolerance_seconds", CodesConfig.DEFAULTS.toleranceSeconds(), 0, 60),
                section.number(
                        "challenge_life_seconds",
                        CodesConfig.DEFAULTS.challengeLifeSeconds(),
                        ChallengeLife.SHORTEST,
                        ChallengeLife.LONGEST));
        section.end();
        return codes;
    }
}
