/** The bindings' public keys, cached; misses looked up in batches. */
@NullMarked
package mo.farol.store.publickey;

import org.jspecify.annotations.NullMarked;
