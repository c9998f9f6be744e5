/** How much each terminal and institution may ask. */
@NullMarked
package mo.farol.server.limits;

import org.jspecify.annotations.NullMarked;
