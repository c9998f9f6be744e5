@NullMarked
package mo.farol.bench.process;

import org.jspecify.annotations.NullMarked;
