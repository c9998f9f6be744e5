/** The management port: whether the gateway lives, is ready, and its metrics. */
@NullMarked
package mo.farol.server.health;

import org.jspecify.annotations.NullMarked;
