package mo.farol.cluster.config;

import java.util.Locale;

/** Where the members run. */
public enum ClusterProfile {
    /** Several members on one machine, on loopback. */
    DEV,
    /** Named members on a private network. */
    LAN,
    /** Pods behind a headless service. */
    KUBERNETES;

    /** The name in the configuration. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
