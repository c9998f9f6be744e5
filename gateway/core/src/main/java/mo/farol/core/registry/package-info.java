@NullMarked
package mo.farol.core.registry;

import org.jspecify.annotations.NullMarked;
