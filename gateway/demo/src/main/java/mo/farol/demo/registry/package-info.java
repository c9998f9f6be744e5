/** Files of a civil registry that does not exist, to try the import with. */
@NullMarked
package mo.farol.demo.registry;

import org.jspecify.annotations.NullMarked;
