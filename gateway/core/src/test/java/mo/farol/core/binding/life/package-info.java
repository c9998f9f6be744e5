@NullMarked
package mo.farol.core.binding.life;

import org.jspecify.annotations.NullMarked;
