/** Witnesses by themselves. */
@NullMarked
package mo.farol.store.accesslog.witness;

import org.jspecify.annotations.NullMarked;
