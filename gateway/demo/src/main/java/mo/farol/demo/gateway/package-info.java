/** Gateways as child processes. */
@NullMarked
package mo.farol.demo.gateway;

import org.jspecify.annotations.NullMarked;
