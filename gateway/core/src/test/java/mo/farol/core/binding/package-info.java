@NullMarked
package mo.farol.core.binding;

import org.jspecify.annotations.NullMarked;
