/** Personal data at rest: one ciphertext per field, a data key per resident, an index for the exact number. */
@NullMarked
package mo.farol.store.atrest;

import org.jspecify.annotations.NullMarked;
