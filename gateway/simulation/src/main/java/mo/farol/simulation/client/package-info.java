/** Vert.x and its PostgreSQL client, as far as the store uses them, on virtual time and a network that breaks. */
@NullMarked
package mo.farol.simulation.client;

import org.jspecify.annotations.NullMarked;
