@NullMarked
package mo.farol.core.ticket;

import org.jspecify.annotations.NullMarked;
