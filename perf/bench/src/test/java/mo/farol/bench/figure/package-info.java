@NullMarked
package mo.farol.bench.figure;

import org.jspecify.annotations.NullMarked;
