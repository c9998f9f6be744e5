@NullMarked
package mo.farol.bench.command;

import org.jspecify.annotations.NullMarked;
