/** A kit's residents and terminals as they come along. */
@NullMarked
package mo.farol.gatling.people;

import org.jspecify.annotations.NullMarked;
