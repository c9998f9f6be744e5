package mo.farol.cluster.config;

import java.util.List;

/** How members find each other: only by what is written down, never by multicast or by guessing the platform. */
public sealed interface Join {
    /** @param addresses every member's host and port, this one included */
    record Members(List<String> addresses) implements Join {
        public Members {
            addresses = List.copyOf(addresses);
        }
    }

    /** @param serviceDns the DNS name of the headless service in front of the members' pods */
    record KubernetesDns(String serviceDns) implements Join {}

    /** Asks the Kubernetes API for the endpoints of a service; the pod's account must be allowed to. */
    record KubernetesApi(String namespace, String serviceName) implements Join {}
}
