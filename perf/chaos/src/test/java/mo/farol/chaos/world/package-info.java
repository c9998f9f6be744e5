@NullMarked
package mo.farol.chaos.world;

import org.jspecify.annotations.NullMarked;
