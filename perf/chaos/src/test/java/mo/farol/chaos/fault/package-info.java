@NullMarked
package mo.farol.chaos.fault;

import org.jspecify.annotations.NullMarked;
