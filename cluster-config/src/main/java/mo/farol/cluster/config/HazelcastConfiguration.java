package mo.farol.cluster.config;

import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.spi.properties.ClusterProperty;

/**
 * The Hazelcast configuration that the settings stand for. The open edition has neither TLS nor authentication, so a
 * member listens on one private address, finds others by what is written down only, takes no Java objects, and keeps
 * nobody's data: all members are lite ones, between which messages go and nothing is stored.
 */
public final class HazelcastConfiguration {
    /** Messages that came and were not heard yet. More are dropped, which shows as a gap. */
    static final int UNHEARD_MESSAGES = 1024;

    private static final int WAIT_WHEN_FULL_MS = 10;

    private HazelcastConfiguration() {}

    /** @throws IllegalStateException when this machine has no such address to listen on */
    public static Config of(ClusterSettings settings) {
        Config config = new Config();
        config.setClusterName(settings.name());
        config.setLiteMember(true);
        config.setProperty(ClusterProperty.EVENT_QUEUE_CAPACITY.getName(), Integer.toString(UNHEARD_MESSAGES));
        config.setProperty(ClusterProperty.EVENT_QUEUE_TIMEOUT_MILLIS.getName(), Integer.toString(WAIT_WHEN_FULL_MS));
        config.setProperty(ClusterProperty.EVENT_THREAD_COUNT.getName(), "1");
        config.setProperty(ClusterProperty.PHONE_HOME_ENABLED.getName(), "false");
        // The gateway closes the member itself, after the last answer.
        config.setProperty(ClusterProperty.SHUTDOWNHOOK_ENABLED.getName(), "false");
        config.setProperty(ClusterProperty.LOGGING_TYPE.getName(), "slf4j");
        config.setProperty(ClusterProperty.SOCKET_BIND_ANY.getName(), "false");
        config.setProperty(ClusterProperty.MERGE_FIRST_RUN_DELAY_SECONDS.getName(), "10");
        config.setProperty(ClusterProperty.MERGE_NEXT_RUN_DELAY_SECONDS.getName(), "10");
        config.getMetricsConfig().setEnabled(false);
        config.getJetConfig().setEnabled(false);
        config.getSerializationConfig().setJavaSerializationFilterConfig(onlyHazelcastsOwn());
        network(config.getNetworkConfig(), settings);
        return config;
    }

    private static void network(NetworkConfig network, ClusterSettings settings) {
        network.setPort(settings.port()).setPortAutoIncrement(false).setPortCount(1);
        network.getInterfaces()
                .clear()
                .addInterface(BindAddress.resolve(settings.bind()))
                .setEnabled(true);
        network.getRestApiConfig().setEnabled(false);
        network.getMemcacheProtocolConfig().setEnabled(false);
        JoinConfig join = network.getJoin();
        join.getMulticastConfig().setEnabled(false);
        join.getAutoDetectionConfig().setEnabled(false);
        switch (settings.join()) {
            case Join.Members members ->
                join.getTcpIpConfig().setMembers(members.addresses()).setEnabled(true);
            case Join.KubernetesDns dns ->
                join.getKubernetesConfig()
                        .setProperty("service-dns", dns.serviceDns())
                        .setEnabled(true);
            case Join.KubernetesApi api ->
                join.getKubernetesConfig()
                        .setProperty("namespace", api.namespace())
                        .setProperty("service-name", api.serviceName())
                        .setEnabled(true);
        }
    }

    /** What Hazelcast itself sends as Java objects are exceptions. */
    private static JavaSerializationFilterConfig onlyHazelcastsOwn() {
        ClassFilter allowed = new ClassFilter()
                .addPrefixes("com.hazelcast.", "java.lang.", "[Ljava.lang.")
                .addClasses(
                        "java.util.ArrayList",
                        "java.util.Collections$EmptyList",
                        "java.util.Collections$UnmodifiableCollection",
                        "java.util.Collections$UnmodifiableList",
                        "java.util.Collections$UnmodifiableRandomAccessList",
                        "java.util.concurrent.CancellationException",
                        "java.util.concurrent.ExecutionException",
                        "java.util.concurrent.TimeoutException");
        return new JavaSerializationFilterConfig().setDefaultsDisabled(true).setWhitelist(allowed);
    }
}
