@NullMarked
package mo.farol.bench.mint;

import org.jspecify.annotations.NullMarked;
