/** Files of the civil registry in PostgreSQL: rows in bulk, and with each commit how far it came. */
@NullMarked
package mo.farol.store.civilregistry;

import org.jspecify.annotations.NullMarked;
