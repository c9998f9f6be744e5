/** Group commit: many requests, one statement. */
@NullMarked
package mo.farol.store.batch;

import org.jspecify.annotations.NullMarked;
