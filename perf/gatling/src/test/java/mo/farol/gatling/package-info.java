@NullMarked
package mo.farol.gatling;

import org.jspecify.annotations.NullMarked;
