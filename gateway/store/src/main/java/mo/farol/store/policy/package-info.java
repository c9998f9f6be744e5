/** The purposes and grants, cached. */
@NullMarked
package mo.farol.store.policy;

import org.jspecify.annotations.NullMarked;
