@NullMarked
package mo.farol.bench.world;

import org.jspecify.annotations.NullMarked;
