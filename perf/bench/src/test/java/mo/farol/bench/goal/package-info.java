@NullMarked
package mo.farol.bench.goal;

import org.jspecify.annotations.NullMarked;
