/** Residents, bindings, institutions, terminals and grants, entered and withdrawn. */
@NullMarked
package mo.farol.store.registry;

import org.jspecify.annotations.NullMarked;
