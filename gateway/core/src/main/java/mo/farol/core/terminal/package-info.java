@NullMarked
package mo.farol.core.terminal;

import org.jspecify.annotations.NullMarked;
