/** The ports of binding, kept in memory for tests: they refuse what the database refuses. */
@NullMarked
package mo.farol.core.binding.memory;

import org.jspecify.annotations.NullMarked;
