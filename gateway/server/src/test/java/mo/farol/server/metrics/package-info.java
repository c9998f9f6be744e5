@NullMarked
package mo.farol.server.metrics;

import org.jspecify.annotations.NullMarked;
