@NullMarked
package mo.farol.core.time;

import org.jspecify.annotations.NullMarked;
