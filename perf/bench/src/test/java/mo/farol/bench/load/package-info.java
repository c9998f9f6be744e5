@NullMarked
package mo.farol.bench.load;

import org.jspecify.annotations.NullMarked;
