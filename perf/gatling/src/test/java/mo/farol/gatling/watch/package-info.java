@NullMarked
package mo.farol.gatling.watch;

import org.jspecify.annotations.NullMarked;
