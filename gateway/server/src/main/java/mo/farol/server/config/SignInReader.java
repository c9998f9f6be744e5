package mo.farol.server.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mo.farol.core.binding.Channel;

/** Reads the section {@code sign_in}. */
final class SignInReader {
    private static final Map<String, Channel> CHANNELS = Map.of(
            Channel.APP.label(), Channel.APP,
            Channel.ONE_ACCOUNT_WEB.label(), Channel.ONE_ACCOUNT_WEB,
            Channel.DSI_WEB.label(), Channel.DSI_WEB);

    private final Section section;
    private final Profile profile;

    /** Issuer and client, so that no client's token opens both APIs. */
    private final Set<List<String>> residentClients = new HashSet<>();

    SignInReader(Section section, Profile profile) {
        this.section = section;
        this.profile = profile;
    }

    SignInConfig read() {
        SignInConfig defaults = SignInConfig.DEFAULTS;
        Set<String> residentIssuers = new HashSet<>();
        Set<String> operatorIssuers = new HashSet<>();
        SignInConfig config = new SignInConfig(
                section.sections("residents").stream()
                        .map(each -> resident(each, residentIssuers))
                        .toList(),
                section.sections("operators").stream()
                        .map(each -> operator(each, operatorIssuers))
                        .toList(),
                section.optionalFile("root_certificate"),
                section.number("key_refresh_seconds", defaults.keyRefreshSeconds(), 10, 3600),
                section.number("key_longest_age_seconds", defaults.keyLongestAgeSeconds(), 60, 86_400),
                section.number("start_wait_seconds", defaults.startWaitSeconds(), 0, 300));
        section.end();
        return config;
    }

    private ResidentProvider resident(Section each, Set<String> issuers) {
        ProviderConfig provider = new ProviderReader(each, profile).read("resident", issuers);
        Set<String> names = new HashSet<>();
        List<ResidentClient> clients = each.sections("clients").stream()
                .map(client -> residentClient(client, provider, names))
                .toList();
        requireAny(each, clients);
        StepUpConfig stepUp = stepUp(each.section("step_up"));
        each.end();
        return new ResidentProvider(provider, clients, stepUp);
    }

    private ResidentClient residentClient(Section client, ProviderConfig provider, Set<String> names) {
        String azp = client.text("azp");
        checkClient(client, "azp", azp, provider, names);
        residentClients.add(List.of(provider.issuer(), azp));
        String label = client.text("channel");
        Channel channel = CHANNELS.get(label);
        if (channel == null && !label.isEmpty()) {
            client.problem("channel", "must be app, one_account_web or dsi_web");
        }
        client.end();
        return new ResidentClient(azp, channel == null ? Channel.APP : channel);
    }

    private OperatorProvider operator(Section each, Set<String> issuers) {
        ProviderConfig provider = new ProviderReader(each, profile).read("operator", issuers);
        Set<String> names = new HashSet<>();
        List<String> clients = each.texts("clients");
        for (String azp : clients) {
            checkClient(each, "clients", azp, provider, names);
            if (residentClients.contains(List.of(provider.issuer(), azp))) {
                each.problem("clients", azp + " is a client of residents too: one token would open both APIs");
            }
        }
        requireAny(each, clients);
        String roles = each.text("roles_claim", "roles");
        if (!roles.matches("[A-Za-z0-9_-]{1,64}(\\.[A-Za-z0-9_-]{1,64}){0,3}")) {
            each.problem("roles_claim", "must be the name of a claim, or names from the outermost in joined by dots");
        }
        each.end();
        return new OperatorProvider(provider, clients, Arrays.asList(roles.split("\\.")));
    }

    /** An ID token's audience is its client: it must not pass for this API. */
    private static void checkClient(
            Section section, String key, String azp, ProviderConfig provider, Set<String> names) {
        if (azp.equals(provider.audience()) && !azp.isEmpty()) {
            section.problem(key, "must not be the audience: ID tokens would pass for access tokens");
        }
        if (!azp.isEmpty() && !names.add(azp)) {
            section.problem(key, azp + " is listed twice");
        }
    }

    private static void requireAny(Section section, List<?> clients) {
        if (clients.isEmpty()) {
            section.problem("clients", "is missing: list at least one client");
        }
    }

    private static StepUpConfig stepUp(Section section) {
        List<String> acrValues = section.texts("acr_values");
        if (acrValues.isEmpty()) {
            section.problem("acr_values", "is missing: list at least one value of a strong sign-in");
        }
        if (!acrValues.stream().allMatch(value -> value.matches("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,128}"))) {
            section.problem("acr_values", "must be visible ASCII without spaces, quotes and backslashes");
        }
        int maxAge = section.number("max_age_seconds", StepUpConfig.MAX_AGE_SECONDS, 30, 3600);
        section.end();
        return new StepUpConfig(acrValues, maxAge);
    }
}
