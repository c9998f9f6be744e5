@NullMarked
package mo.farol.cluster.config;

import org.jspecify.annotations.NullMarked;
