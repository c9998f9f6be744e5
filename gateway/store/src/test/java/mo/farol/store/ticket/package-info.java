@NullMarked
package mo.farol.store.ticket;

import org.jspecify.annotations.NullMarked;
