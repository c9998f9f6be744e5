/** The typed configuration of one member, and the Hazelcast configuration it stands for. */
@NullMarked
package mo.farol.cluster.config;

import org.jspecify.annotations.NullMarked;
