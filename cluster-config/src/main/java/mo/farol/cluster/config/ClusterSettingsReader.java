package mo.farol.cluster.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns YAML (or JSON, which is YAML too) into settings, or into the list of all that is wrong with it. */
public final class ClusterSettingsReader {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");
    private static final Pattern DNS_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,252}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_-]{0,252}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9\\[][A-Za-z0-9.:\\]_-]{0,252}:[0-9]{1,5}");
    private static final String NAME_SHAPE = "must be lower-case letters, digits, dots and dashes";

    private final List<String> problems = new ArrayList<>();

    private ClusterSettingsReader() {}

    /** @throws InvalidClusterSettings with every problem */
    public static ClusterSettings read(String yaml) throws InvalidClusterSettings {
        ClusterSettingsReader reader = new ClusterSettingsReader();
        ClusterSettings settings = reader.settings(parse(yaml));
        if (!reader.problems.isEmpty()) {
            throw new InvalidClusterSettings(reader.problems);
        }
        return settings;
    }

    private static JsonNode parse(String yaml) throws InvalidClusterSettings {
        try {
            JsonNode node = YAML.readTree(yaml);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // Its message may quote the text, and with it the secret.
            throw new InvalidClusterSettings(List.of("line " + line(e) + ": is not YAML, or repeats a key"));
        }
        throw new InvalidClusterSettings(List.of("the configuration must be a mapping"));
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private ClusterSettings settings(JsonNode values) {
        Section root = new Section("", values, problems);
        ClusterProfile profile = profile(root);
        String bind = root.text(
                "bind", profile == ClusterProfile.DEV ? "127.0.0.1" : null, HOST, "must be an address or an interface");
        int port = root.number("port", ClusterSettings.DEFAULT_PORT, 1, 65_535);
        Section announcements = root.section("announcements");
        ClusterSettings settings = new ClusterSettings(
                profile,
                root.text("name", ClusterSettings.DEFAULT_NAME, NAME, NAME_SHAPE),
                SecretReader.read(root),
                bind,
                port,
                profile == ClusterProfile.KUBERNETES ? kubernetes(root) : members(root, profile, bind + ":" + port),
                announcements.number("queue", ClusterSettings.DEFAULT_QUEUE, 256, 10_000_000),
                announcements.number("batch", ClusterSettings.DEFAULT_BATCH, 1, 512));
        announcements.end();
        root.end();
        return settings;
    }

    private ClusterProfile profile(Section root) {
        String label = root.optional("profile");
        for (ClusterProfile profile : ClusterProfile.values()) {
            if (profile.label().equals(label)) {
                return profile;
            }
        }
        root.problem("profile", "must be dev, lan or kubernetes");
        return ClusterProfile.DEV;
    }

    private static Join members(Section root, ClusterProfile profile, String self) {
        List<String> members = root.texts("members", ADDRESS, "must be a list of host:port");
        if (members.isEmpty() && profile == ClusterProfile.DEV) {
            return new Join.Members(List.of(self));
        }
        if (members.isEmpty()) {
            root.problem("members", "is missing: name every member, this one included");
        }
        return new Join.Members(
                members.stream().map(member -> member.toLowerCase(Locale.ROOT)).toList());
    }

    private static Join kubernetes(Section root) {
        Section section = root.section("kubernetes");
        boolean byDns = section.has("service_dns");
        if (byDns == section.has("service_name")) {
            section.problem("service_dns", "give either service_dns, or namespace and service_name");
        }
        Join join = byDns
                ? new Join.KubernetesDns(section.text("service_dns", null, DNS_NAME, NAME_SHAPE))
                : new Join.KubernetesApi(
                        section.text("namespace", null, NAME, NAME_SHAPE),
                        section.text("service_name", null, NAME, NAME_SHAPE));
        section.end();
        return join;
    }
}
